-- PDF files and reports
create domain document_bytes as bytea;
