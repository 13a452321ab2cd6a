-- PDF files and reports: H2's bytea ends at 1 MB
create domain document_bytes as blob;
