-- a personal number that goes into the certificate, where that is configured: encrypted for the browser it was told to
alter table identified_browser add column sealed_number varchar(200);
