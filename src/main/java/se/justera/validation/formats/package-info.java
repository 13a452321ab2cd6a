/** Signed files that are no PDFs: ASiC, CAdES, XAdES and JAdES. What is special to each, before DSS has its say. */
@NullMarked
package se.justera.validation.formats;

import org.jspecify.annotations.NullMarked;
