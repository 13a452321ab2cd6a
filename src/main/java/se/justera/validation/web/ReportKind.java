package se.justera.validation.web;

import se.justera.validation.engine.EngineReports;

/** The reports as they are asked for in an address: in lower case. */
enum ReportKind {
    simple(EngineReports.Kind.SIMPLE),
    detailed(EngineReports.Kind.DETAILED),
    diagnostic(EngineReports.Kind.DIAGNOSTIC),
    etsi(EngineReports.Kind.ETSI);

    private final EngineReports.Kind kind;

    ReportKind(EngineReports.Kind kind) {
        this.kind = kind;
    }

    EngineReports.Kind kind() {
        return kind;
    }
}
