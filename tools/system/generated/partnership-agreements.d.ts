/** Made by npm run describe from the service's OpenAPI document. */
export interface paths {
    "/api/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agreements that the caller's region is a party of. */
        get: operations["agreements_list"];
        put?: never;
        /** Opens an agreement with a partner region, at its first stage. */
        post: operations["agreements_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what, the latest first: of the caller's own region, all of it for platform. */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that this service could not process, the oldest first. */
        get: operations["deadLetters_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event that could not be processed: where it lies, and why. */
        get: operations["deadLetters_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/dead-letters/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives it up for good, and handles what waits behind it, in order. */
        post: operations["deadLetters_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Handles it again, its cause being gone, and then what waits behind it, in order. */
        post: operations["deadLetters_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits or stands still in this service: events that do not go out, and events that it cannot go on with. */
        get: operations["waiting_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole file of an agreement, with what is missing for each next step. */
        get: operations["agreements_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/addenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Editions of a signed agreement, the PKS itself first. */
        get: operations["addenda_list"];
        put?: never;
        /** Records a signed addendum: a new quota table, a new last day, or both. */
        post: operations["addenda_amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/addenda/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an addendum has changed: the edition before it and the one that it made, row by row. */
        get: operations["addenda_difference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a document of an agreement by its hash. */
        post: operations["agreements_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done with an agreement's documents, at most 1,000 entries. */
        get: operations["administration_filings"];
        put?: never;
        /** Enters what was done with an agreement's documents; an entry is never changed. */
        post: operations["administration_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quota ledger: what of each terms row is spent, newest period first, at most 1,000 periods. */
        get: operations["quota_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The periodic report (pelaporan) of an agreement, as JSON or as a PDF. */
        get: operations["report_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every periodic report that an agreement owes, with those that were submitted. */
        get: operations["administration_reports"];
        put?: never;
        /** Records that a periodic report was submitted. */
        post: operations["administration_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/signatories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records who signs for a side; the same name again corrects what was recorded, such as a power of attorney that lacked. */
        post: operations["agreements_signatory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves an agreement to a stage, when the guards of that stage are met. */
        post: operations["stages_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the whole quota table of an agreement that is not signed yet. */
        post: operations["terms_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs. */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics as Prometheus reads them. */
        get: operations["health_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it takes calls. */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which release runs. */
        get: operations["version_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Why a process has no events to handle. */
        Absence: {
            /** Format: date-time */
            since: string;
            reason: string;
        };
        /** @description A signed addendum: a new quota table, a new last day, or both. */
        AddendumDto: {
            number: string;
            /** @description Hash of the signed addendum. */
            sha256: string;
            /** @description The whole new table: rows that are not in it are removed. */
            terms?: components["schemas"]["TermDto"][];
            /**
             * Format: date
             * @description New last day in force, inclusive.
             */
            effectiveTo?: string;
            remark?: string;
        };
        AgreementAmended: {
            id: string;
            edition: number;
        };
        AgreementDto: {
            partner: string;
            title: string;
            /**
             * @description The rules that it is made by.
             * @enum {string}
             */
            regime: "PP 28/2018 + Permendagri 22/2009" | "PP 28/2018 + Permendagri 22/2020";
            /** @description It burdens the public or is not in the budget, so the council (DPRD) has to approve. */
            needsCouncil: boolean;
            originNumber?: string;
            partnerNumber?: string;
            /** @description Months that a periodic report covers: at least two reports a year. Absent: 6. */
            reportEveryMonths?: number;
        };
        AgreementFile: {
            terms: components["schemas"]["Term"][];
            documents: {
                id: string;
                kind: components["schemas"]["DocumentKind"];
                number: string | null;
                sha256: string;
                recordedAt: string;
            }[];
            signatories: {
                id: string;
                side: components["schemas"]["Side"];
                name: string;
                /** @enum {string} */
                office: "head-of-region" | "delegate";
                powerOfAttorney: string | null;
            }[];
            history: {
                number: number;
                stage: components["schemas"]["Stage"] | "addendum";
                at: string;
                by: string;
                remark: string | null;
            }[];
            id: string;
            origin: string;
            partner: string;
            title: string;
            regime: string;
            needsCouncil: boolean;
            originNumber: string | null;
            partnerNumber: string | null;
            stage: components["schemas"]["Stage"];
            edition: number;
            /** @description First and last day in force, inclusive; null before the PKS is signed. */
            effectiveFrom: string | null;
            effectiveTo: string | null;
            /** @description Its end has been recorded and lies ahead. */
            terminating: boolean;
            reportEveryMonths: number;
            /** @description Due day of the first periodic report that has not been submitted; null: none is owed. */
            reportDueOn: string | null;
            /** @description That day has passed, at the origin. */
            reportOverdue: boolean;
            version: number;
            /** @description Stages that may come next, each with what its guards still miss. */
            next: {
                stage: components["schemas"]["Stage"];
                missing: components["schemas"]["Missing"][];
            }[];
        };
        AgreementOpened: {
            id: string;
            stage: components["schemas"]["Stage"];
        };
        /** @enum {string} */
        AgreementStage: "preparation" | "offer" | "joint-agreement-drafting" | "joint-agreement-signed" | "council-submitted" | "council-approved" | "council-rejected" | "pks-drafting" | "pks-signed" | "in-force" | "suspended" | "expired" | "terminated" | "declined" | "lapsed";
        AgreementView: {
            id: string;
            origin: string;
            partner: string;
            title: string;
            regime: string;
            needsCouncil: boolean;
            originNumber: string | null;
            partnerNumber: string | null;
            stage: components["schemas"]["Stage"];
            edition: number;
            /** @description First and last day in force, inclusive; null before the PKS is signed. */
            effectiveFrom: string | null;
            effectiveTo: string | null;
            /** @description Its end has been recorded and lies ahead. */
            terminating: boolean;
            reportEveryMonths: number;
            /** @description Due day of the first periodic report that has not been submitted; null: none is owed. */
            reportDueOn: string | null;
            /** @description That day has passed, at the origin. */
            reportOverdue: boolean;
            version: number;
        };
        /** @description One call that changed something. */
        AuditEntry: {
            id: string;
            /** @description Wall time: what happened when is not for a simulated clock to say. */
            at: string;
            /** @description Subject of the caller's token. */
            principal: string;
            region: string;
            /** @description Method and route, or the kind of journal input. */
            action: string;
            /** @description Id of the thing that it was about; null where the call made it. */
            subject: string | null;
            correlationId: string;
        };
        /** @enum {string} */
        BaseUnit: "GRAM" | "PAIR" | "PIECE";
        /** @description What was made, or acted on. */
        Created: {
            id: string;
        };
        /** @description An event that this service could not process. What it said stays sealed: it is handled again or given up, not read. */
        DeadLetterView: {
            id: string;
            topic: string;
            partition: number;
            offset: string;
            eventId: string;
            source: string;
            subject: string;
            /** @description Why: a refusal's code, or what kind of failure it was. */
            code: string;
            error: string;
            /**
             * @description dead and draining are open: later events of the subject wait behind it.
             * @enum {string}
             */
            state: "dead" | "draining" | "replayed" | "discarded";
            /** @description Events of its subject that wait behind it. */
            parked: number;
            /** Format: date-time */
            recordedAt: string;
            settledAt: string | null;
        };
        DocumentDto: {
            /** @enum {string} */
            kind: "joint-agreement" | "pks" | "council-decision" | "power-of-attorney" | "other";
            number?: string;
            /** @description The document itself stays where it is kept; its hash says which one it is. */
            sha256: string;
        };
        /** @enum {string} */
        DocumentKind: "joint-agreement" | "pks" | "council-decision" | "power-of-attorney" | "addendum" | "other";
        Edition: {
            edition: number;
            number: string | null;
            sha256: string | null;
            /** Format: date-time */
            at: string;
            by: string;
            remark: string | null;
            /** @description Last day in force, inclusive. */
            effectiveTo: string;
        };
        EditionDifference: {
            before: components["schemas"]["Edition"];
            after: components["schemas"]["Edition"];
            rows: components["schemas"]["RowDifference"][];
        };
        /**
         * @description Code of a refusal: stable; what each means: docs/api/errors.md.
         * @enum {string}
         */
        ErrorCode: "BAD_REQUEST" | "MALFORMED_JSON" | "IDEMPOTENCY_KEY_MISSING" | "IDEMPOTENCY_KEY_INVALID" | "FILE_UNREADABLE" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "REQUEST_TIMEOUT" | "CONFLICT" | "ILLEGAL_TRANSITION" | "ALREADY_EXISTS" | "TOO_MANY_KEYS" | "TOO_MANY_WEBHOOKS" | "TOO_MANY_RECIPIENTS" | "NOT_RECEIVED" | "DEAD_LETTER_NOT_OPEN" | "STILL_FAILS" | "VERSION_CONFLICT" | "TOO_LARGE" | "ADDRESS_TOO_LONG" | "UNSUPPORTED_MEDIA_TYPE" | "MISDIRECTED" | "INVALID" | "IDEMPOTENCY_KEY_REUSED" | "LINE_TOO_LONG" | "QUANTITY_INVALID" | "QUANTITY_AMBIGUOUS" | "QUANTITY_INDIVISIBLE" | "UNIT_MISMATCH" | "ORIGIN_REQUIRED" | "COMMODITY_UNKNOWN" | "WEBHOOK_URL_REFUSED" | "SURPLUS_INCOMPLETE" | "GUARD_NOT_MET" | "CLOCK_BACKWARDS" | "FILE_COLUMNS" | "AGGREGATOR_UNKNOWN" | "NOT_A_MEMBER" | "PRODUCER_SUSPENDED" | "FORMULA" | "KEY_REUSED" | "KEY_REPEATED" | "ROW_REPEATED" | "ROW_BROKEN" | "TOO_MANY_CELLS" | "TOO_MANY_REQUESTS" | "INTERNAL" | "NO_ANSWER" | "UNAVAILABLE";
        /** @description One fault in an input: where it is (JSON Pointer, RFC 6901) and what to do about it, in the language of its reader. */
        Fault: {
            pointer: string;
            message: string;
        };
        FilingDto: {
            /** @enum {string} */
            kind: "registered" | "filed" | "copy-sent" | "published" | "correspondence";
            /** @description Number in the office's agenda (nomor agenda); each once for an agreement. */
            agendaNumber: string;
            /**
             * Format: date
             * @description Day on which it was done; today at the latest.
             */
            date: string;
            /** @description The document that it is about. */
            sha256?: string;
            note?: string;
        };
        /** @enum {string} */
        FilingKind: "registered" | "filed" | "copy-sent" | "published" | "correspondence";
        FilingView: {
            id: string;
            kind: components["schemas"]["FilingKind"];
            agendaNumber: string;
            date: string;
            sha256: string | null;
            note: string | null;
            filedBy: string;
            /** Format: date-time */
            recordedAt: string;
        };
        /**
         * @description What a guard may miss; stable, so that a page says it in its own words.
         * @enum {string}
         */
        Lack: "joint-agreement" | "pks" | "council-decision" | "council-not-needed" | "council-approval" | "power-of-attorney" | "origin-signatory" | "partner-signatory" | "terms";
        /** @description What is missing for a step, and where in the agreement's file, in the language of its reader. */
        Missing: {
            pointer: string;
            message: string;
            lack: components["schemas"]["Lack"];
        };
        /** @description Events that this service has stored and not published yet. */
        OutboxState: {
            /** @description At most 100,000 are counted. */
            rows: number;
            /** @description Age of the oldest, in seconds; 0 without any. */
            oldestSeconds: number;
            /**
             * @description Why this replica's last try to publish failed: nobody can be reached, or one event is larger than the log takes.
             * @enum {string|null}
             */
            failure: "LOG_UNAVAILABLE" | "RECORD_TOO_LARGE" | null;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_AgreementView: {
            items: components["schemas"]["AgreementView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_DeadLetterView: {
            items: components["schemas"]["DeadLetterView"][];
            next?: string;
        };
        /** @description A seller is paid its floor price, but no less than `minimum`; a lot whose floor is above `maximum` is not sold. */
        PriceBand: {
            minimum: number;
            maximum: number;
        };
        /** @description Rupiah per trade unit for the goods alone, without freight. */
        PriceBandDto: {
            /** @description The seller is paid at least this; a buyer whose ceiling less freight is below it buys nothing under the row. */
            minimum: number;
            /** @description A lot whose floor price is above it is not sold under the row. */
            maximum: number;
        };
        /** @description An RFC 9457 problem, in the language of its reader. `code` is stable; `errors` point into the request. */
        Problem: {
            /** @description Address of the page that says what the code means. */
            type: string;
            title: string;
            status: number;
            code: components["schemas"]["ErrorCode"];
            detail: string;
            errors?: components["schemas"]["Fault"][];
        };
        /** @enum {string} */
        QuotaPeriod: "day" | "week" | "month" | "year" | "whole";
        /** @description Use of one row of the quota table, over the periods in which something of it was spent. */
        QuotaUse: {
            term: components["schemas"]["Term"];
            periods: {
                /** @description First local day of the period, or `whole`. */
                period: string;
                capacity: number;
                consumed: number;
            }[];
            consumed: number;
        };
        /** @description What is spent of a terms row in one period; the row's own fields are null where no edition has it any more. */
        QuotaView: {
            termId: string;
            /** @description First local day of the period at the origin, or `whole`. */
            period: string;
            capacity: number;
            consumed: number;
            version: number;
            destination: string | null;
            commodity: string | null;
            unit: components["schemas"]["BaseUnit"] | null;
            every: components["schemas"]["QuotaPeriod"] | null;
        };
        Report: {
            stages: {
                stage: string;
                at: string;
                by: string;
                remark: string | null;
            }[];
            addenda: {
                edition: number;
                number: string;
                at: string;
                effectiveTo: string;
            }[];
            signatories: {
                side: components["schemas"]["Side"];
                name: string;
                office: string;
                powerOfAttorney: string | null;
            }[];
            documents: {
                kind: string;
                number: string | null;
                sha256: string;
                recordedAt: string;
            }[];
            filings: {
                kind: string;
                agendaNumber: string;
                date: string;
                note: string | null;
            }[];
            submitted: {
                dueOn: string;
                submittedOn: string;
                number: string | null;
            }[];
            agreement: {
                /** @description First and last day in force, inclusive; null before the PKS is signed. */
                effectiveFrom: string | null;
                effectiveTo: string | null;
                originNumber: string | null;
                partnerNumber: string | null;
                id: string;
                origin: string;
                stage: string;
                edition: number;
                partner: string;
                title: string;
                regime: string;
                needsCouncil: boolean;
                /** @description Months that a periodic report covers, 1 to 6. */
                reportEveryMonths?: number;
            };
            from: string;
            to: string;
            /** Format: date-time */
            madeAt: string;
            quota: components["schemas"]["QuotaUse"][];
        };
        /** @enum {string} */
        ReportState: "submitted" | "overdue" | "running" | "ahead";
        ReportSubmitted: {
            id: string;
            /** @description Due day of the next one that is missing; null: none is owed. */
            reportDueOn: string | null;
        };
        /** @description A report that is owed; what was handed in, where it was. */
        ReportView: {
            from: string;
            dueOn: string;
            state: components["schemas"]["ReportState"];
            submittedOn: string | null;
            number: string | null;
            sha256: string | null;
            submittedBy: string | null;
        };
        /** @description One line of the two columns: what a destination and commodity had before, and has after. */
        RowDifference: {
            destination: string;
            commodity: string;
            /** @enum {string} */
            change: "added" | "removed" | "changed" | "same";
            fields: ("unit" | "quota" | "period" | "minimumLot" | "reserved" | "releaseHour" | "priceBand" | "freight" | "transitDays" | "certificates")[];
            before: components["schemas"]["Term"] | null;
            after: components["schemas"]["Term"] | null;
        };
        Settled: {
            /** @description Parked events that were handled after it. */
            released: number;
            /** @description A parked event failed in its turn, or only another release knows its type: the rest stays parked behind it. */
            heldAgain: boolean;
        };
        /** @enum {string} */
        Side: "origin" | "partner";
        SignatoryDto: {
            /** @enum {string} */
            side: "origin" | "partner";
            name: string;
            /**
             * @description A head of region signs by office; a delegate needs a power of attorney.
             * @enum {string}
             */
            office: "head-of-region" | "delegate";
            /** @description Number of the power of attorney. */
            powerOfAttorney?: string;
        };
        Stage: components["schemas"]["AgreementStage"];
        StageDto: {
            /** @enum {string} */
            stage: "preparation" | "offer" | "joint-agreement-drafting" | "joint-agreement-signed" | "council-submitted" | "council-approved" | "council-rejected" | "pks-drafting" | "pks-signed" | "in-force" | "suspended" | "expired" | "terminated" | "declined" | "lapsed";
            /**
             * Format: date
             * @description First day in force, in the origin's calendar; with `pks-signed` only.
             */
            effectiveFrom?: string;
            /**
             * Format: date
             * @description Last day in force, inclusive; with `pks-signed` only.
             */
            effectiveTo?: string;
            /**
             * Format: date
             * @description Last day of an agreement that is terminated, inclusive; absent: it ends at once.
             */
            lastDay?: string;
            remark?: string;
        };
        StageMoved: {
            id: string;
            stage: components["schemas"]["Stage"];
            version: number;
        };
        /** @description A partition of a group that stands still. */
        Standstill: {
            topic: string;
            partition: number;
            /**
             * Format: date-time
             * @description Wall time of the first stop; it has been tried again since.
             */
            since: string;
            reason: string;
        };
        SubmissionDto: {
            /**
             * Format: date
             * @description Which report: the day on which it is due.
             */
            dueOn: string;
            /**
             * Format: date
             * @description Day on which it was handed in; today at the latest.
             */
            submittedOn: string;
            number?: string;
            /** @description The report as it was handed in. */
            sha256: string;
        };
        Term: {
            /** @description Region that it covers, itself and all below it. */
            destination: string;
            commodity: string;
            unit: components["schemas"]["BaseUnit"];
            /** @description Base units per period. */
            quota: number;
            period: components["schemas"]["QuotaPeriod"];
            minimumLot: number;
            /** @description Base units of each day's surplus kept back for the partner; absent: none. */
            reserved?: number;
            /** @description Local hour of the origin, 1 to 24, at which others may have what is left of it; 0 without a share. */
            releaseHour?: number;
            /** @description What goods may cost, in rupiah per trade unit without freight; absent or null: any price. */
            priceBand?: components["schemas"]["PriceBand"] | null;
            /** @description Rupiah per trade unit. */
            freight: number;
            transitDays: number;
            certificates: string[];
            id: string;
        };
        TermDto: {
            /** @description Region that the row covers, itself and all below it. */
            destination: string;
            commodity: string;
            /** @enum {string} */
            unit: "GRAM" | "PAIR" | "PIECE";
            /** @description Base units per period. */
            quota: number;
            /** @enum {string} */
            period: "day" | "week" | "month" | "year" | "whole";
            /** @description Base units; 0: none. */
            minimumLot: number;
            /** @description Base units of each day's surplus kept back for the partner until `releaseHour`; absent or 0: none. */
            reserved?: number;
            /** @description Local hour of the origin at which others may have what is left of it: 1 to 24 (the whole day). */
            releaseHour?: number;
            /** @description What goods may cost under this row; absent: any price. */
            priceBand?: components["schemas"]["PriceBandDto"];
            /** @description Rupiah per trade unit. */
            freight: number;
            transitDays: number;
            certificates: ("P-IRT" | "HALAL" | "SNI" | "ORGANIC" | "MD")[];
        };
        /** @description The whole quota table: rows that are not in it are removed. */
        TermsDto: {
            terms: components["schemas"]["TermDto"][];
        };
        TermsSet: {
            id: string;
            terms: components["schemas"]["Term"][];
        };
        /** @description An event that is stored and not published yet. */
        UnpublishedEvent: {
            eventId: string;
            topic: string;
            /** @description null for an event that says none. */
            type: string | null;
            /** Format: date-time */
            writtenAt: string;
        };
        /** @description What runs here. */
        VersionView: {
            /** @description Of the release. */
            version: string;
            /** @description Hash of the commit it was built from; `unknown` where the build did not say it. */
            commit: string;
            /** @description The newest migration that this code needs. */
            schema: string;
            /** @description Version of Node. */
            node: string;
        };
        WaitingAnswer: {
            /** @description Name of the service that answers. */
            service: string;
            /** @description Since when, and why, the replica that answers hears no events; null: it does. */
            absent: components["schemas"]["Absence"] | null;
            /** @description Partitions of the event log that it cannot go on with, in whichever replica; tried again by themselves, the longest first. */
            standing: components["schemas"]["Standstill"][];
            /** @description Events that it has stored and not published yet; of the replica that answers is only why the last try failed. */
            outbox: components["schemas"]["OutboxState"];
            /** @description The event that is to be published first, before which all others wait; null: none waits. */
            oldest: components["schemas"]["UnpublishedEvent"] | null;
            /** @description Events of types that only another release knows: it handles them when it comes. */
            kept: number;
        };
    };
    responses: {
        /** @description Bad request (BAD_REQUEST or a code of its own). */
        400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Authentication required (UNAUTHENTICATED or a code of its own). */
        401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Access denied (FORBIDDEN or a code of its own). */
        403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found (NOT_FOUND or a code of its own). */
        404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Method not allowed (METHOD_NOT_ALLOWED or a code of its own). */
        405: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Sent too slowly (REQUEST_TIMEOUT or a code of its own). */
        408: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Conflict with the current state (CONFLICT or a code of its own). */
        409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Changed since you read it (VERSION_CONFLICT or a code of its own). */
        412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large (TOO_LARGE or a code of its own). */
        413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description URL too long (ADDRESS_TOO_LONG or a code of its own). */
        414: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Content type not supported (UNSUPPORTED_MEDIA_TYPE or a code of its own). */
        415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Request not valid (INVALID or a code of its own). */
        422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests (TOO_MANY_REQUESTS or a code of its own). */
        429: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Temporarily unavailable (UNAVAILABLE or a code of its own). */
        503: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    agreements_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                stage?: "preparation" | "offer" | "joint-agreement-drafting" | "joint-agreement-signed" | "council-submitted" | "council-approved" | "council-rejected" | "pks-drafting" | "pks-signed" | "in-force" | "suspended" | "expired" | "terminated" | "declined" | "lapsed";
                reportDueBy?: string;
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AgreementView"];
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    agreements_open: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementOpened"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    audit_list: {
        parameters: {
            query?: {
                limit?: number;
                before?: string;
                principal?: string;
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    deadLetters_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "dead" | "draining" | "replayed" | "discarded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeadLetterView"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    deadLetters_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    deadLetters_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settled"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    deadLetters_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settled"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    waiting_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    agreements_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementFile"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    addenda_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Edition"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    addenda_amend: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddendumDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementAmended"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    addenda_difference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                edition: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionDifference"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    agreements_document: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    administration_filings: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FilingView"][];
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    administration_file: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilingDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    quota_read: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuotaView"][];
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    report_read: {
        parameters: {
            query: {
                from: string;
                to: string;
                format?: "json" | "pdf";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                    "application/pdf": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            414: components["responses"]["414"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    administration_reports: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReportView"][];
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    administration_submit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSubmitted"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    agreements_signatory: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatoryDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    stages_move: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageMoved"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    terms_set: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsSet"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            503: components["responses"]["503"];
        };
    };
    health_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "text/plain": string;
                };
            };
            503: components["responses"]["503"];
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                        /** @description What waits or stands still. It changes nothing about whether calls are taken. */
                        detail?: {
                            /**
                             * Format: date-time
                             * @description Since when this replica has not been in its group of the event log; absent: it is, and hears what others tell.
                             */
                            notJoinedSince?: string;
                            /** @description Partitions of the event log that this service cannot go on with; they are tried again by themselves. */
                            standing: {
                                topic: string;
                                partition: number;
                                /** Format: date-time */
                                since: string;
                            }[];
                            outbox: components["schemas"]["OutboxState"];
                            /** @description Events of types that only another release knows: it handles them when it comes. */
                            kept: number;
                        };
                    };
                };
            };
            503: components["responses"]["503"];
        };
    };
    version_version: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            503: components["responses"]["503"];
        };
    };
}
