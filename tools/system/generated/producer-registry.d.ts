/** Made by npm run describe from the service's OpenAPI document. */
export interface paths {
    "/api/registry/audit": {
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
    "/api/registry/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates. */
        get: operations["certificates_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/certificates/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verified certificates that end soon or have ended lately, the next to end first. */
        get: operations["certificates_ending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/certificates/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revokes a certificate: from now on it does not count. */
        post: operations["certificates_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/certificates/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verifies a recorded certificate: from now on it counts. */
        post: operations["certificates_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/coaching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coaching records. */
        get: operations["coaching_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/dead-letters": {
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
    "/api/registry/dead-letters/{id}": {
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
    "/api/registry/dead-letters/{id}/discard": {
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
    "/api/registry/dead-letters/{id}/replay": {
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
    "/api/registry/lot-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked of lots, and what became of it. */
        get: operations["stock_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lots of surplus. */
        get: operations["lots_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/lots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lot, with the balance that routing last told of it. */
        get: operations["lots_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/lots/{id}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has contributed what to a lot, in the order of its hash. */
        get: operations["lots_contributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/lots/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Holds a lot: nothing more of it is promised or bound. */
        post: operations["stock_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/lots/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Recalls a lot: all of it that has not left goes, bound or not. */
        post: operations["stock_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/lots/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Releases a lot that was held. */
        post: operations["stock_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/lots/{id}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks a part of a lot back that no promise needs. */
        post: operations["stock_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/lots/{id}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes a part of a lot off: it is spoiled. */
        post: operations["stock_writeOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/merge-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Producers that look like one, a proposal for each duplicate. */
        get: operations["merging_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/merge-proposals/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merges a duplicate into the producer to keep. */
        post: operations["merging_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/merge-proposals/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that two producers are two; they are not proposed again. */
        post: operations["merging_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Producers and aggregators. */
        get: operations["producers_list"];
        put?: never;
        /** Registers a producer or an aggregator, as a draft. */
        post: operations["producers_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers a stream of producers, one a line, and answers each with a line. */
        post: operations["bulk_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who is registered under a NIK; the number travels in the body, never in an address that is logged. */
        post: operations["producers_lookUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verifies many producers at once; those verified before stay as they are. */
        post: operations["producers_verifyAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One producer, with how many members it has. */
        get: operations["producers_one"];
        /** Replaces what is said of a producer. */
        put: operations["producers_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/{id}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a certificate of a producer; it counts once it is verified. */
        post: operations["certificates_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a producer for good. */
        post: operations["producers_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/{id}/coaching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records coaching that a producer was given. */
        post: operations["coaching_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds members to an aggregator; who is one already stays one. */
        post: operations["producers_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/{id}/personal-data/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erases a closed producer's name, numbers and remarks for good; what it sold stays under its id. */
        post: operations["personalData_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/{id}/personal-data/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives all that is held about a producer, its NIK in full; a POST, for the audit log keeps who asked. */
        post: operations["personalData_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspends a producer: it may not sell until it is verified again. */
        post: operations["producers_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/producers/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verifies a producer: it may sell. */
        post: operations["producers_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products. */
        get: operations["products_list"];
        put?: never;
        /** Adds a product that the region sells. */
        post: operations["products_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/stock-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** States what a producer or the members of an aggregator have left of one product on one day: it becomes lots. */
        post: operations["statements_declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/stock-statements/repeating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Running repetitions, each with its last day. */
        get: operations["repetitions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/stock-statements/repeating/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes what is stated from the next day on. */
        put: operations["repetitions_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/stock-statements/repeating/{id}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is stated of each contributor, in the order in which it was entered. */
        get: operations["repetitions_contributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/stock-statements/repeating/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a repetition. */
        post: operations["repetitions_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest uploads first, at most 50. */
        get: operations["uploads_latest"];
        put?: never;
        /**
         * Reads a file and answers with a preview.
         * @description The same file again is the same upload: 200 instead of 201.
         */
        post: operations["uploads_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/uploads/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of files that the caller may send, each with its columns. */
        get: operations["uploads_kindsTaken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An upload with a page of its rows. */
        get: operations["uploads_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/uploads/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows with errors as CSV, with a column `kesalahan`. */
        get: operations["uploads_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/uploads/{id}/placement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters the rows of an upload, in the background: each once, whatever happens in between. */
        post: operations["uploads_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/waiting": {
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
        /** @description A request that was kept; what becomes of it stands in /api/registry/lot-requests. */
        Accepted: {
            id: string;
            lotId: string;
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
        /** @description What became of one line; or that the stream stops here, because of an outage. */
        BulkOutcome: {
            line: number;
            /** @constant */
            status: "registered";
            id: string;
        } | {
            line: number;
            /** @constant */
            status: "refused";
            code: components["schemas"]["ErrorCode"];
            detail: string;
            errors: components["schemas"]["Fault"][];
        } | {
            chunk: number;
            /** @constant */
            status: "stopped";
            httpStatus: number;
            code: components["schemas"]["ErrorCode"];
            detail: string;
        };
        CauseDto: {
            cause: string;
        };
        /** @description What is wrong with a row, and in which cell; null: with the row as a whole. */
        CellFault: {
            cell: string | null;
            heading: string | null;
            code: components["schemas"]["ErrorCode"];
            /** @description In the language of the file. */
            message: string;
            messages: {
                id: string;
                en: string;
            };
        };
        CertificateChanged: {
            id: string;
            status: components["schemas"]["CertificateStatus"];
        };
        CertificateDto: {
            /** @enum {string} */
            kind: "P-IRT" | "HALAL" | "SNI" | "ORGANIC" | "MD";
            number: string;
            /** @description Commodities that it covers; empty: all of its holder. */
            products: string[];
            /** Format: date */
            issued: string;
            /**
             * Format: date
             * @description Last day on which it holds.
             */
            until?: string;
        };
        /** @enum {string} */
        CertificateStatus: "recorded" | "verified" | "revoked";
        CertificateView: {
            id: string;
            producerId: string;
            /** @enum {string} */
            kind: "P-IRT" | "HALAL" | "SNI" | "ORGANIC" | "MD";
            number: string;
            /** @description Commodities that it covers; empty: all of its holder. */
            products: string[];
            issued: string;
            /** @description Last day on which it holds; null: it has no end. */
            until: string | null;
            status: components["schemas"]["CertificateStatus"];
            verifiedBy: string | null;
            version: number;
        };
        CoachingDto: {
            /** @enum {string} */
            kind: "certification" | "packing" | "health-insurance";
            /** Format: date */
            date: string;
            remark?: string;
        };
        CoachingView: {
            id: string;
            producerId: string;
            /** @enum {string} */
            kind: "certification" | "packing" | "health-insurance";
            date: string;
            remark: string | null;
            recordedBy: string;
        };
        ColumnView: {
            /** @description Any of them names the column: in Indonesian first, then in English. */
            headings: string[];
            required: boolean;
            /** @description What a cell should hold. */
            wanted: {
                id: string;
                en: string;
            };
        };
        /** @description What one member has, in base units of the product. */
        ContributionDto: {
            /** Format: uuid */
            producerId: string;
            produced: number;
            committedToExport: number;
            committedAtHome: number;
            held: number;
        };
        ContributionsPage: {
            items: {
                position: number;
                producerId: string;
                quantity: number;
            }[];
            /** @description The position to go on after; absent on the last page. */
            next?: number;
        };
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
        Declared: {
            id: string;
            surplus: number;
            lots: {
                id: string;
                quantity: number;
                certificates: string[];
            }[];
        };
        EndingCertificate: {
            id: string;
            producerId: string;
            /** @enum {string} */
            kind: "P-IRT" | "HALAL" | "SNI" | "ORGANIC" | "MD";
            number: string;
            /** @description Commodities that it covers; empty: all of its holder. */
            products: string[];
            /** @description Name of its holder. */
            producer: string;
            until: string;
            /** @description 0 on the last day on which it holds, below 0 after it. */
            daysLeft: number;
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
        /** @description What a file of one kind may hold, said to who fills it in. */
        FileKindView: {
            kind: string;
            columns: components["schemas"]["ColumnView"][];
        };
        /** @description What files a service takes from a caller. */
        FileKinds: {
            kinds: components["schemas"]["FileKindView"][];
        };
        LookupDto: {
            nik: string;
        };
        LotBalanceView: {
            version: number;
            declared: number;
            free: number;
            held: number;
            offered: number;
            confirmed: number;
            inTransit: number;
            delivered: number;
            withdrawn: number;
            writtenOff: number;
            suspended: number;
            expired: number;
            spoiled: number;
            recalled: number;
        };
        LotRequestView: {
            id: string;
            lotId: string;
            /** @enum {string} */
            kind: "withdrawal" | "write-off" | "recall" | "hold" | "release";
            /** @description Base units; null: all of it, or a hold, which has no quantity. */
            quantity: number | null;
            /** @description Null: routing has not decided yet, or a hold. */
            granted: number | null;
            producerId: string | null;
            cause: string | null;
            askedBy: string;
            /** Format: date-time */
            askedAt: string;
        };
        LotView: {
            id: string;
            origin: string;
            sellerId: string;
            /** @description The seller's name. */
            seller: string;
            statementId: string;
            pooled: boolean;
            productId: string;
            commodity: string;
            unit: components["schemas"]["BaseUnit"];
            /** @description Base units, as is all of its balance. */
            quantity: number;
            producedOn: string;
            bestBefore: string | null;
            /** @description Rupiah per trade unit. */
            floorPrice: number;
            certificates: {
                kind: string;
                until?: string;
            }[];
            verified: boolean;
            standingConsent: boolean;
            /** @description Nothing more of it is promised or bound while it is. */
            onHold: boolean;
            contributors: number;
            /** @description What the contributor that was asked for has given; null: nobody in particular was. */
            contributed: number | null;
            /** @description declared = the sum of the rest; null: routing has not yet answered. */
            balance: components["schemas"]["LotBalanceView"] | null;
        };
        MembersDto: {
            members: string[];
        };
        MergeDecision: {
            duplicate: string;
            keep: string;
            accepted: boolean;
        };
        MergeDto: {
            /**
             * Format: uuid
             * @description The producer that stays.
             */
            keep: string;
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
        PackagingDto: {
            name: string;
            /** @description Base units in one of it. */
            size: number;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_CertificateView: {
            items: components["schemas"]["CertificateView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_CoachingView: {
            items: components["schemas"]["CoachingView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_DeadLetterView: {
            items: components["schemas"]["DeadLetterView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_EndingCertificate: {
            items: components["schemas"]["EndingCertificate"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_LotRequestView: {
            items: components["schemas"]["LotRequestView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_LotView: {
            items: components["schemas"]["LotView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_ProducerView: {
            items: components["schemas"]["ProducerView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_ProductView: {
            items: components["schemas"]["ProductView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_RepetitionView: {
            items: components["schemas"]["RepetitionView"][];
            next?: string;
        };
        /** @description All that the registry holds about one producer, for that person to read and take along (UU 27/2022). */
        PersonalData: {
            producer: {
                id: string;
                reference: string | null;
                name: string;
                village: string;
                nib: string | null;
                /** @description In full: it is the person's own. */
                nik: string | null;
                nikPurpose: string | null;
                healthInsured: boolean;
                status: string;
            };
            memberOf: {
                id: string;
                name: string;
            }[];
            certificates: {
                kind: string;
                number: string;
                issued: string;
                until: string | null;
                status: string;
            }[];
            coaching: {
                kind: string;
                date: string;
                remark: string | null;
            }[];
            /** @description Stock as it was stated, base units of the commodity. */
            stock: {
                date: string;
                commodity: string;
                produced: number;
                surplus: number;
            }[];
        };
        /** @description Where a producer lives, by name. */
        Place: {
            village: string;
            district: string;
        };
        PlacementDto: {
            /**
             * @description good: the green rows; all: the amber ones too.
             * @enum {string}
             */
            rows: "good" | "all";
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
        ProducerChanged: {
            id: string;
            version: number;
        };
        ProducerDetail: {
            id: string;
            origin: string;
            reference: string | null;
            /** @enum {string} */
            kind: "producer" | "aggregator";
            /** @enum {string|null} */
            form: "cooperative" | "bumdes" | "group" | null;
            name: string;
            village: string;
            /** @description The names of its village and district; null where the list of villages no longer has its code. */
            place: components["schemas"]["Place"] | null;
            kbli: string | null;
            kbliVersion: string | null;
            /** @enum {string} */
            umkmClass: "micro" | "small" | "medium";
            umkmRule: string;
            umkmAsOf: string;
            workers: {
                total: number;
                women: number;
                youth: number;
            };
            nib: string | null;
            nik?: string;
            nikPurpose: string | null;
            healthInsured: boolean;
            standingConsent: boolean;
            status: components["schemas"]["ProducerStatus"];
            version: number;
            /** @description How many it has, where it is an aggregator. */
            members: number;
        };
        /** @description One producer or aggregator as an officer enters it; region and status are not theirs to set. */
        ProducerDto: {
            /** @description The officer's own number, unique in the region. */
            reference?: string;
            /** @enum {string} */
            kind: "producer" | "aggregator";
            /** @enum {string} */
            form?: "cooperative" | "bumdes" | "group";
            name: string;
            village: string;
            kbli?: string;
            /** @enum {string} */
            kbliVersion?: "2009" | "2015" | "2017" | "2020" | "2025";
            /** @enum {string} */
            umkmClass: "micro" | "small" | "medium";
            /** @enum {string} */
            umkmRule: "UU 20/2008" | "PP 7/2021";
            /** Format: date */
            umkmAsOf: string;
            yearlySales?: number;
            capital?: number;
            workers: components["schemas"]["WorkersDto"];
            nib?: string;
            nik?: string;
            nikPurpose?: string;
            healthInsured: boolean;
            standingConsent?: boolean;
        };
        /** @enum {string} */
        ProducerStatus: "draft" | "verified" | "suspended" | "closed";
        /** @description A producer or an aggregator; its NIK is masked. */
        ProducerView: {
            id: string;
            origin: string;
            reference: string | null;
            /** @enum {string} */
            kind: "producer" | "aggregator";
            /** @enum {string|null} */
            form: "cooperative" | "bumdes" | "group" | null;
            name: string;
            village: string;
            /** @description The names of its village and district; null where the list of villages no longer has its code. */
            place: components["schemas"]["Place"] | null;
            kbli: string | null;
            kbliVersion: string | null;
            /** @enum {string} */
            umkmClass: "micro" | "small" | "medium";
            umkmRule: string;
            umkmAsOf: string;
            workers: {
                total: number;
                women: number;
                youth: number;
            };
            nib: string | null;
            nik?: string;
            nikPurpose: string | null;
            healthInsured: boolean;
            standingConsent: boolean;
            status: components["schemas"]["ProducerStatus"];
            version: number;
        };
        ProductDto: {
            commodity: string;
            /** @enum {string} */
            unit: "GRAM" | "PAIR" | "PIECE";
            name: string;
            /** @description Absent: does not spoil. */
            shelfLifeDays?: number;
            packaging: components["schemas"]["PackagingDto"][];
            /** @description Sold in whole packages only, of the smallest kind; the same for every product of a commodity. Absent: in any quantity. */
            soldInPackages?: boolean;
            lawAsksFor: ("P-IRT" | "HALAL" | "SNI" | "ORGANIC" | "MD")[];
        };
        ProductView: {
            id: string;
            origin: string;
            commodity: string;
            unit: components["schemas"]["BaseUnit"];
            name: string;
            /** @description Null: does not spoil. */
            shelfLifeDays: number | null;
            /** @description `size` is base units in one of it. */
            packaging: {
                name: string;
                size: number;
            }[];
            /** @description Sold in whole packages only, of the smallest kind. */
            soldInPackages: boolean;
            /** @description Certificates that the law asks of who sells it. */
            lawAsksFor: string[];
        };
        ProposalView: {
            /** @description The duplicate, which names the proposal. */
            id: string;
            keep: string;
            /** @description What of the two is the same. */
            same: ("nik" | "nib")[];
            duplicateName: string;
            duplicateVillage: string;
            duplicateStatus: components["schemas"]["ProducerStatus"];
            keepName: string;
            keepVillage: string;
            keepStatus: components["schemas"]["ProducerStatus"];
        };
        RefusedRow: {
            /** @constant */
            status: "refused";
            code: components["schemas"]["ErrorCode"];
            detail: string;
            /** @description Absent in what an earlier release has kept. */
            details?: components["schemas"]["Words"];
        };
        RepeatedPage: {
            items: components["schemas"]["RepeatedView"][];
            /** @description The position to go on after; absent on the last page. */
            next?: number;
        };
        /** @description What is stated each day of one contributor. Base units. */
        RepeatedView: {
            position: number;
            producerId: string;
            name: string;
            produced: number;
            committedToExport: number;
            committedAtHome: number;
            held: number;
        };
        RepetitionChanged: {
            id: string;
            /** @description First day that is stated anew. */
            from: string;
        };
        /** @description What is stated from the next day on; a single producer is its own only contributor. */
        RepetitionDto: {
            floorPrice: number;
            contributions: components["schemas"]["ContributionDto"][];
        };
        RepetitionView: {
            id: string;
            origin: string;
            sellerId: string;
            productId: string;
            floorPrice: number;
            lifeDays: number | null;
            nextDay: string;
            contributors: number;
            /** @description Its last day: what was stated, and how many contributors were left out of it; null before the first. */
            last: {
                day: string;
                statementId: string | null;
                leftOut: number;
            } | null;
        };
        /** @description What became of a row. */
        RowOutcome: {
            /** @constant */
            status: "placed";
        } | components["schemas"]["RefusedRow"];
        /**
         * @description green: can be placed; amber: can be placed, but look at it; red: cannot.
         * @enum {string}
         */
        RowState: "green" | "amber" | "red";
        RowView: {
            /** @description As a spreadsheet shows it. */
            row: number;
            state: components["schemas"]["RowState"];
            cells: string[];
            faults: components["schemas"]["CellFault"][];
            outcome: components["schemas"]["RowOutcome"] | null;
        };
        Settled: {
            /** @description Parked events that were handled after it. */
            released: number;
            /** @description A parked event failed in its turn, or only another release knows its type: the rest stays parked behind it. */
            heldAgain: boolean;
        };
        StandingChanged: {
            id: string;
            status: components["schemas"]["ProducerStatus"];
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
        /** @description A statement in one piece: an aggregator's with contributions, a single producer's with figures of its own. */
        StatementDto: {
            /** Format: uuid */
            sellerId: string;
            /** Format: uuid */
            productId: string;
            /**
             * Format: date
             * @description The day on which it was made.
             */
            date: string;
            /**
             * Format: date
             * @description Absent: the product's shelf life says it.
             */
            bestBefore?: string;
            /** @description Rupiah per trade unit (kilogram, pair, piece): never sold below. */
            floorPrice: number;
            /** @description Stated again for each day that begins at the origin, until it is changed or stopped. */
            repeats?: boolean;
            produced?: number;
            committedToExport?: number;
            committedAtHome?: number;
            held?: number;
            contributions?: components["schemas"]["ContributionDto"][];
        };
        /** @description The head of a statement: the first line of a stream, whose other lines are contributions. */
        StatementHeadDto: {
            /** Format: uuid */
            sellerId: string;
            /** Format: uuid */
            productId: string;
            /**
             * Format: date
             * @description The day on which it was made.
             */
            date: string;
            /**
             * Format: date
             * @description Absent: the product's shelf life says it.
             */
            bestBefore?: string;
            /** @description Rupiah per trade unit (kilogram, pair, piece): never sold below. */
            floorPrice: number;
            /** @description Stated again for each day that begins at the origin, until it is changed or stopped. */
            repeats?: boolean;
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
        /** @description An upload with a page of its rows. */
        UploadPage: {
            id: string;
            kind: string;
            fileName: string | null;
            locale: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description preview: nothing is placed yet; placing: under way; placed: nothing waits any more.
             * @enum {string}
             */
            state: "preview" | "placing" | "placed";
            headings: string[];
            rows: {
                green: number;
                amber: number;
                red: number;
                placed: number;
                refused: number;
            };
            items: components["schemas"]["RowView"][];
            next?: number;
        };
        /** @description A file as its sender sees it. */
        UploadView: {
            id: string;
            kind: string;
            fileName: string | null;
            locale: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description preview: nothing is placed yet; placing: under way; placed: nothing waits any more.
             * @enum {string}
             */
            state: "preview" | "placing" | "placed";
            headings: string[];
            rows: {
                green: number;
                amber: number;
                red: number;
                placed: number;
                refused: number;
            };
        };
        VerificationsDto: {
            producers: string[];
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
        WithdrawalDto: {
            /** @description Base units of the lot's commodity. */
            quantity: number;
            /**
             * Format: uuid
             * @description The contributor who wants its part back; absent: all of them, in proportion.
             */
            producerId?: string;
            cause?: string;
        };
        /** @description One thing, said in each language. */
        Words: {
            id: string;
            en: string;
        };
        WorkersDto: {
            total: number;
            women: number;
            /** @description Aged 16 to 30. */
            youth: number;
        };
        WriteOffDto: {
            /** @description Base units of the lot's commodity. */
            quantity: number;
            /** @description What happened to it, in the words of who saw it. */
            cause: string;
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
    certificates_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                producer?: string;
                status?: "recorded" | "verified" | "revoked";
                endingBy?: string;
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
                    "application/json": components["schemas"]["Page_CertificateView"];
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
    certificates_ending: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                days?: number;
                past?: number;
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
                    "application/json": components["schemas"]["Page_EndingCertificate"];
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
    certificates_revoke: {
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
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateChanged"];
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
    certificates_verify: {
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
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateChanged"];
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
    coaching_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                producer?: string;
                kind?: "certification" | "packing" | "health-insurance";
                from?: string;
                to?: string;
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
                    "application/json": components["schemas"]["Page_CoachingView"];
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
    stock_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                lot?: string;
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
                    "application/json": components["schemas"]["Page_LotRequestView"];
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
    lots_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                commodity?: string;
                seller?: string;
                contributor?: string;
                order?: "oldest" | "newest";
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
                    "application/json": components["schemas"]["Page_LotView"];
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
    lots_one: {
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
                    "application/json": components["schemas"]["LotView"];
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
    lots_contributions: {
        parameters: {
            query?: {
                limit?: number;
                after?: number;
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
                    "application/json": components["schemas"]["ContributionsPage"];
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
    stock_hold: {
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
                "application/json": components["schemas"]["CauseDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
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
    stock_recall: {
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
                "application/json": components["schemas"]["CauseDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    stock_release: {
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
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
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
    stock_withdraw: {
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
                "application/json": components["schemas"]["WithdrawalDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    stock_writeOff: {
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
                "application/json": components["schemas"]["WriteOffDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    merging_list: {
        parameters: {
            query?: {
                limit?: number;
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
                        items: components["schemas"]["ProposalView"][];
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
    merging_accept: {
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
                "application/json": components["schemas"]["MergeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeDecision"];
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
    merging_decline: {
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
                "application/json": components["schemas"]["MergeDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeDecision"];
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
    producers_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "producer" | "aggregator";
                status?: "draft" | "verified" | "suspended" | "closed";
                within?: string;
                name?: string;
                search?: string;
                reference?: string;
                nib?: string;
                memberOf?: string;
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
                    "application/json": components["schemas"]["Page_ProducerView"];
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
    producers_register: {
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
                "application/json": components["schemas"]["ProducerDto"];
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
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    bulk_register: {
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
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
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
    producers_lookUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookupDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProducerView"][];
                    };
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
    producers_verifyAll: {
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
                "application/json": components["schemas"]["VerificationsDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        verified: number;
                    };
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
    producers_one: {
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
                    /** @description Its version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProducerDetail"];
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
    producers_change: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProducerDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Version of what it shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProducerChanged"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    certificates_record: {
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
                "application/json": components["schemas"]["CertificateDto"];
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
    producers_close: {
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
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingChanged"];
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
    coaching_record: {
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
                "application/json": components["schemas"]["CoachingDto"];
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
    producers_add: {
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
                "application/json": components["schemas"]["MembersDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    personalData_erase: {
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
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
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
    personalData_export: {
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
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    producers_suspend: {
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
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingChanged"];
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
    producers_verify: {
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
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingChanged"];
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
    products_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                commodity?: string;
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
                    "application/json": components["schemas"]["Page_ProductView"];
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
    products_create: {
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
                "application/json": components["schemas"]["ProductDto"];
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
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    statements_declare: {
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
                "application/json": components["schemas"]["StatementDto"];
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Declared"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    repetitions_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                seller?: string;
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
                    "application/json": components["schemas"]["Page_RepetitionView"];
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
    repetitions_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepetitionDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepetitionChanged"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    repetitions_contributions: {
        parameters: {
            query?: {
                limit?: number;
                after?: number;
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
                    "application/json": components["schemas"]["RepeatedPage"];
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
    repetitions_stop: {
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
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
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
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    uploads_latest: {
        parameters: {
            query?: {
                kind?: "producers" | "certificates" | "coaching" | "stock-statements";
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
                        items: components["schemas"]["UploadView"][];
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
    uploads_receive: {
        parameters: {
            query: {
                locale?: "id-ID" | "en";
                fileName?: string;
                kind: "producers" | "certificates" | "coaching" | "stock-statements";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Address of the upload. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadPage"];
                };
            };
            /** @description Done. */
            201: {
                headers: {
                    /** @description Address of the upload. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadPage"];
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
    uploads_kindsTaken: {
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
                    "application/json": components["schemas"]["FileKinds"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    uploads_page: {
        parameters: {
            query?: {
                limit?: number;
                after?: number;
                state?: "green" | "amber" | "red";
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
                    "application/json": components["schemas"]["UploadPage"];
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
    uploads_errors: {
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
                    "text/csv": string;
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
    uploads_place: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlacementDto"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
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
