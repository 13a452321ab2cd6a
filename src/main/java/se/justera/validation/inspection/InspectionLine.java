package se.justera.validation.inspection;

import se.justera.validation.ValidationResult;

/**
 * What was said of one file.
 *
 * @param number its place among the files, from 0
 */
public record InspectionLine(int number, ValidationResult result) {}
