/** Made by npm run describe from the service's OpenAPI document. */
export interface paths {
    "/api/operations/audit": {
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
    "/api/operations/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business time, and how far it is from the wall clock. */
        get: operations["clock_now"];
        put?: never;
        /** Moves the business clock of an embedded run forward. */
        post: operations["clock_advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/dead-letters": {
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
    "/api/operations/dead-letters/{id}": {
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
    "/api/operations/dead-letters/{id}/discard": {
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
    "/api/operations/dead-letters/{id}/replay": {
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
    "/api/operations/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which lots flow to which partners, what is left, and what holds the flow back.
         * @description Lots are named to whoever may read their producers; of all others there are sums, by their certificates.
         */
        get: operations["flows_flows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the event log and its readers are. */
        get: operations["operationsHealth_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sold, and whose work it was: households, women, youth, by partner, district or village. */
        get: operations["impact_impact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/notice-recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses of the caller's region and roles, masked, the latest first. */
        get: operations["recipients_all"];
        put?: never;
        /** Registers an address: it is sent what is new among the tasks of the caller's roles in its region. */
        post: operations["recipients_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/notice-recipients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes an address for good: nothing of it is kept. */
        delete: operations["recipients_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first, with what their lines came to; a cooperative's are those that its own goods serve. */
        get: operations["orders_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with all that happened to it; to a cooperative, nothing of what others sell. */
        get: operations["orders_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is unsold and unfilled, and what would change it. */
        get: operations["summary_reasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The live stream, as server-sent events.
         * @description `snapshot`, `change` and `reset` carry ids, `beat` does not.
         */
        get: operations["stream_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The answer of the day.
         * @description The ETag is the stream's id: a page that cannot stream polls this with If-None-Match.
         */
        get: operations["summary_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller has to do now, the most urgent first, then what has no deadline.
         * @description What is done is gone by itself.
         */
        get: operations["tasks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/tasks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many tasks of each kind the caller has, and how many of them are overdue.
         * @description Kinds without any are left out.
         */
        get: operations["tasks_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/waiting": {
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
    "/auth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ends what /auth/sign-in began.
         * @description The issuer sends the browser here with `state` and what its answer is (OAuth: `code` and `iss`, or `error`); nobody else calls it.
         */
        get: operations["signIn_end"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, by any token of the issuer. */
        get: operations["session_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New tokens for this session: its page goes on, and its live stream resumes with them.
         * @description For a page of this address alone.
         */
        post: operations["session_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begins to sign in: leads the browser to the issuer.
         * @description `return` is the path of the page that it comes back to at the end.
         */
        get: operations["signIn_begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends this session.
         * @description `next` is where the browser ends the one at the issuer. For a page of this address alone.
         */
        post: operations["session_signOut"];
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
        /** @description Either an instant to go to, or how far to go. */
        AdvanceClockDto: {
            to?: string;
            advanceMs?: number;
        };
        /** @description Unsold stock that the things named in `then` would sell first: relaxing this reason alone moves nothing until they rise by more than `quantity`. */
        Ahead: {
            quantity: number;
            lots: components["schemas"]["Named"][];
            partners: string[];
            /** @description The unmet demand behind those is not larger than `quantity` either, so demand would have to rise too. */
            demandToo: boolean;
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
        ClockAnswer: {
            now: string;
            /** @description Business time minus wall time, milliseconds. */
            offsetMs: number;
            simulated: boolean;
        };
        CommodityFlows: {
            origin: string;
            commodity: string;
            unit: components["schemas"]["Unit"];
            lots: components["schemas"]["LotFlow"][];
            /** @description What is not told lot by lot, by the certificates that it holds. */
            goods: components["schemas"]["GoodsFlow"][];
            partners: components["schemas"]["PartnerFlow"][];
        };
        /** @description surplus = bound + Σ unsold; wanted = promised + Σ unfilled; base units. */
        CommoditySummary: {
            origin: string;
            commodity: string;
            unit: components["schemas"]["Unit"];
            surplus: number;
            wanted: number;
            promised: number;
            bound: number;
            unsold: components["schemas"]["ToldReason"][];
            unfilled: components["schemas"]["ToldReason"][];
            contributors: number;
            contributorsPaid: number;
            households: components["schemas"]["Households"] | null;
        };
        DeadLetterSeen: {
            id: string;
            group: string;
            topic: string;
            partition: number;
            offset: string;
            eventId: string | null;
            code: string;
            error: string;
            /** Format: date-time */
            recordedAt: string;
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
        /**
         * @description Code of a refusal: stable; what each means: docs/api/errors.md.
         * @enum {string}
         */
        ErrorCode: "BAD_REQUEST" | "MALFORMED_JSON" | "IDEMPOTENCY_KEY_MISSING" | "IDEMPOTENCY_KEY_INVALID" | "FILE_UNREADABLE" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "REQUEST_TIMEOUT" | "CONFLICT" | "ILLEGAL_TRANSITION" | "ALREADY_EXISTS" | "TOO_MANY_KEYS" | "TOO_MANY_WEBHOOKS" | "TOO_MANY_RECIPIENTS" | "NOT_RECEIVED" | "DEAD_LETTER_NOT_OPEN" | "STILL_FAILS" | "VERSION_CONFLICT" | "TOO_LARGE" | "ADDRESS_TOO_LONG" | "UNSUPPORTED_MEDIA_TYPE" | "MISDIRECTED" | "INVALID" | "IDEMPOTENCY_KEY_REUSED" | "LINE_TOO_LONG" | "QUANTITY_INVALID" | "QUANTITY_AMBIGUOUS" | "QUANTITY_INDIVISIBLE" | "UNIT_MISMATCH" | "ORIGIN_REQUIRED" | "COMMODITY_UNKNOWN" | "WEBHOOK_URL_REFUSED" | "SURPLUS_INCOMPLETE" | "GUARD_NOT_MET" | "CLOCK_BACKWARDS" | "FILE_COLUMNS" | "AGGREGATOR_UNKNOWN" | "NOT_A_MEMBER" | "PRODUCER_SUSPENDED" | "FORMULA" | "KEY_REUSED" | "KEY_REPEATED" | "ROW_REPEATED" | "ROW_BROKEN" | "TOO_MANY_CELLS" | "TOO_MANY_REQUESTS" | "INTERNAL" | "NO_ANSWER" | "UNAVAILABLE";
        /** @description Everything the page needs to say what would sell more, and what would not. */
        Explanation: {
            origin: string;
            commodity: string;
            unit: components["schemas"]["Unit"];
            unsold: components["schemas"]["ToldReason"][];
            unfilled: components["schemas"]["ToldReason"][];
            idleCertificates: components["schemas"]["IdleCertificate"][];
        };
        /** @description One fault in an input: where it is (JSON Pointer, RFC 6901) and what to do about it, in the language of its reader. */
        Fault: {
            pointer: string;
            message: string;
        };
        FlowsAnswer: {
            /** @description `epoch.sequence` of the live stream that this reflects. */
            id: string;
            commodities: components["schemas"]["CommodityFlows"][];
            regions: {
                [key: string]: components["schemas"]["RegionName"];
            };
        };
        /** @description quantity = Σ bands + Σ unsold. */
        GoodsFlow: {
            id: string;
            quantity: number;
            bound: number;
            certificates: string[];
            bands: {
                partner: string;
                termId: string;
                status: string;
                quantity: number;
            }[];
            unsold: {
                code: string;
                quantity: number;
            }[];
        };
        /** @enum {string} */
        Grouping: "partner" | "district" | "village";
        HealthAnswer: {
            /** @description Events that lie in the log and are not applied yet; null while the log does not answer. */
            eventLag: number | null;
            topics: components["schemas"]["TopicProgress"][];
            /** @description Those that nobody has replayed or given up yet; the newest are told to whoever may, for an error names things. */
            deadLetters: {
                total: number;
                newest: components["schemas"]["DeadLetterSeen"][];
            };
            /** @description Partitions that a service cannot go on with, and tries again by itself; the longest first, at most 50. */
            standing: components["schemas"]["Standing"][];
            /** @description Events of this service that are not published yet. */
            outbox: components["schemas"]["OutboxState"];
        };
        Households: {
            /** @description Whole households whose daily output this quantity is, rounded half up. Never to be called jobs created. */
            equivalent: number;
            outputPerWeek: number;
            sold: number;
        };
        /** @description A certificate that unsold stock lacks and that is asked for here, yet would sell nothing more. */
        IdleCertificate: {
            certificate: string;
            lots: components["schemas"]["Named"][];
            /** @constant */
            gain: 0;
            /** @description What stops every line that still wants something. */
            stoppedBy: string[];
            /** @description Partners that ask for the certificate. */
            askedBy: string[];
        };
        /** @description What the sales of a commodity do, and for whom. Groups' quantities add up to `sold`. */
        Impact: {
            origin: string;
            commodity: string;
            unit: components["schemas"]["Unit"];
            sold: number;
            households: components["schemas"]["Households"] | null;
            groups: components["schemas"]["ImpactGroup"][];
        };
        ImpactGroup: {
            group: string;
            /** @description Base units with a buyer, or accepted; by village in parts that need not be whole. */
            sold: number;
            producers: number;
            workers: number;
            women: number;
            youth: number;
            households: number | null;
        };
        ImpactReport: {
            by: components["schemas"]["Grouping"];
            /** @description How far each figure can be relied on. */
            confidence: {
                /** @constant */
                sold: "measured";
                /** @constant */
                producers: "measured";
                /** @constant */
                workers: "registered";
                /** @constant */
                women: "registered";
                /** @constant */
                youth: "registered";
                /** @constant */
                households: "estimated";
            };
            commodities: components["schemas"]["Impact"][];
            regions: {
                [key: string]: components["schemas"]["RegionName"];
            };
        };
        LotFlow: {
            id: string;
            quantity: number;
            bound: number;
            certificates: string[];
            bands: {
                partner: string;
                termId: string;
                status: string;
                quantity: number;
                orders: number;
                contributors: number;
            }[];
            unsold: {
                code: string;
                quantity: number;
            }[];
            label: string;
            sellerId: string;
            producedOn: string;
            bestBefore: string | null;
            contributors: number;
        };
        /** @description Who is signed in, as the token says; the name as the issuer told it at sign-in. */
        Me: {
            subject: string;
            name: string;
            roles: components["schemas"]["Role"][];
            /** @description Empty for who looks after the installation and has no region. */
            region: string;
            aggregator?: string;
            /** @description When the token ends. */
            expiresAt: string;
            /** @description Seconds until then: the clock of a page may be wrong. */
            expiresIn: number;
        };
        /** @description What a reason's `binding` names. The words for it are the page's; here are the ids that it needs. */
        Named: {
            id: string;
            /** @enum {string} */
            type: "term" | "agreement" | "lot" | "goods" | "line" | "region" | "demand" | "surplus" | "certificate";
            /** @description Region of the partner behind a terms row, agreement or line. */
            partner?: string;
            agreementId?: string;
            /** @description A lot's letter. */
            label?: string;
            /** @description What lots that are told of only together hold, each of them. */
            certificates?: string[];
        };
        /** @description wanted = promised + Σ unfilled; base units. */
        OrderLine: {
            lineId: string;
            commodity: string;
            unit: components["schemas"]["Unit"];
            wanted: number;
            promised: number;
            bound: number;
            unfilled: components["schemas"]["Reason"][];
        };
        OrderRow: {
            id: string;
            origin: string;
            partner: string;
            status: string;
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            changedAt: string;
            lines: components["schemas"]["OrderLine"][];
        };
        OrderTimeline: {
            id: string;
            origin: string;
            partner: string;
            status: string;
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            changedAt: string;
            lines: components["schemas"]["OrderLine"][];
            timeline: {
                id: string;
                type: string;
                subject: string;
                sequence: number;
                at: string;
                /** @description As the event's contract has it: asyncapi.json. */
                data: {
                    [key: string]: unknown;
                };
            }[];
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
        Page_DeadLetterView: {
            items: components["schemas"]["DeadLetterView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_OrderRow: {
            items: components["schemas"]["OrderRow"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_Task: {
            items: components["schemas"]["Task"][];
            next?: string;
        };
        PartnerFlow: {
            partner: string;
            wanted: number;
            promised: number;
            bound: number;
            unfilled: components["schemas"]["ToldReason"][];
            terms: {
                stage: string | null;
                inForce: boolean;
                /** @description First local day of the period, or `whole`. */
                periodStart: string;
                consumed: number;
                left: number;
                id: string;
                agreementId: string;
                origin: string;
                partner: string;
                destination: string;
                commodity: string;
                unit: components["schemas"]["Unit"];
                quota: number;
                period: string;
                freight: number;
                transitDays: number;
                certificates: string[];
            }[];
            /** @description What keeps more from flowing here; every one that binds, for the cut need not be unique. */
            bottlenecks: ("quota" | "demand")[];
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
        /** @description Why a part of a quantity is unsold or unfilled, as routing published it. */
        Reason: {
            /** @enum {string} */
            kind: "gate" | "cut" | "state";
            code: string;
            quantity: number;
            gain: number;
            relaxBy?: number;
            binding: string[];
            then: string[];
        };
        ReasonsAnswer: {
            /** @description `epoch.sequence` of the live stream that this reflects. */
            id: string;
            commodities: components["schemas"]["Explanation"][];
            regions: {
                [key: string]: components["schemas"]["RegionName"];
            };
        };
        RecipientDto: {
            /** @description Who is to hear of the caller's tasks, e.g. `dinarkop@banyumas.example`. */
            address: string;
        };
        RecipientView: {
            id: string;
            /** @description Its first letter and its host. */
            address: string;
            roles: string[];
            registeredBy: string;
            /** Format: date-time */
            registeredAt: string;
            /** @description When it was last sent a notice. */
            sentAt: string | null;
            /** @description Since when the mail server does not take mail for it; registering it again has it tried again. */
            refusedAt: string | null;
        };
        RegionName: {
            /**
             * @description What kind of government it is; a name reads differently in each language.
             * @enum {string}
             */
            kind: "province" | "regency" | "city";
            name: string;
        };
        RegisteredRecipient: {
            id: string;
            /** @description Its first letter and its host. */
            address: string;
        };
        /** @enum {string} */
        Role: "registry-officer" | "agreement-officer" | "partner-intake" | "partner-system" | "cooperative" | "operations" | "platform";
        Run: {
            id: string;
            at: string;
            outcome: string;
            verified: boolean;
            gap: number;
            lots: number;
            lines: number;
            allocations: number;
        };
        Settled: {
            /** @description Parked events that were handled after it. */
            released: number;
            /** @description A parked event failed in its turn, or only another release knows its type: the rest stays parked behind it. */
            heldAgain: boolean;
        };
        Standing: {
            group: string;
            topic: string;
            partition: number;
            /** Format: date-time */
            since: string;
            /** @description Told to whoever may settle dead letters, for an error names things. */
            reason: string | null;
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
        SummaryAnswer: {
            /** @description `epoch.sequence` of the live stream that this reflects. */
            id: string;
            commodities: components["schemas"]["CommoditySummary"][];
            orders: {
                [key: string]: number;
            };
            producers: {
                [key: string]: number;
            };
            run: components["schemas"]["Run"] | null;
            dataAt: string | null;
            appliedAt: string | null;
            clock: {
                now: string;
                offsetMs: number;
                simulated: boolean;
            };
            /** @description Events that lie in the log and are not applied yet; null while the log does not answer. */
            eventLag: number | null;
            regions: {
                [key: string]: components["schemas"]["RegionName"];
            };
        };
        /** @description Something to be done. It is derived from what is, so it is gone once it is done. */
        Task: {
            /** @description The same for as long as it is to be done: its kind and its subject. */
            id: string;
            kind: components["schemas"]["TaskKind"];
            /** @description First instant at which it is too late; null: there is no such instant. */
            deadline: string | null;
            /** @description Region by whose calendar the deadline is a day or an hour. */
            calendar: string;
            overdue: boolean;
            subject: {
                /** @enum {string} */
                type: "agreement" | "allocation" | "certificate" | "line" | "lot" | "order" | "service" | "shipment";
                id: string;
            };
            origin: string | null;
            partner: string | null;
            /** @description The producer or aggregator whose goods it is about. */
            seller: string | null;
            commodity: string | null;
            /** @description Base units. */
            quantity: number | null;
            unit: components["schemas"]["Unit"] | null;
            /** @description Rupiah. */
            amount: number | null;
            /** @description How many things it stands for, e.g. the allocations of one order. */
            count: number;
            /** @description Kind of the certificate, stage of the agreement, code of the failure, or topic that stands still. */
            detail: string | null;
        };
        /** @description How many tasks of a kind there are. */
        TaskCount: {
            kind: components["schemas"]["TaskKind"];
            tasks: number;
            overdue: number;
        };
        /** @enum {string} */
        TaskKind: "certificate-ends" | "certificate-lapsed" | "lot-held" | "lot-expires" | "offer-to-answer" | "order-to-send" | "payment-overdue" | "agreement-next-step" | "agreement-ends" | "agreement-suspended" | "report-due" | "receipt-to-record" | "payment-due" | "line-short" | "promise-to-bind" | "dead-letters" | "events-stopped" | "events-unsent";
        /** @description A reason with its ids resolved: everything that a sentence about it needs, and no words. */
        ToldReason: {
            /** @enum {string} */
            kind: "gate" | "cut" | "state";
            code: string;
            quantity: number;
            gain: number;
            relaxBy?: number;
            then: string[];
            binding: components["schemas"]["Named"][];
            /** @description Lots that it is about (unsold only). */
            lots?: components["schemas"]["Named"][];
            /** @description Partner whose lines it is about (unfilled only). */
            partner?: string;
            ahead?: components["schemas"]["Ahead"];
        };
        TopicProgress: {
            topic: string;
            /** @description Applied here. */
            events: number;
            appliedAt: string | null;
            lastEventId: string | null;
            lastEventType: string | null;
            lastEventAt: string | null;
        };
        Unit: components["schemas"]["BaseUnit"];
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
    clock_now: {
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
                    "application/json": components["schemas"]["ClockAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    clock_advance: {
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
                "application/json": components["schemas"]["AdvanceClockDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
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
    flows_flows: {
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
                    "application/json": components["schemas"]["FlowsAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    operationsHealth_health: {
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
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    impact_impact: {
        parameters: {
            query?: {
                by?: "partner" | "district" | "village";
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
                    "application/json": components["schemas"]["ImpactReport"];
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
    recipients_all: {
        parameters: {
            query?: {
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
                    "application/json": {
                        items: components["schemas"]["RecipientView"][];
                    };
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
    recipients_register: {
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
                "application/json": components["schemas"]["RecipientDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredRecipient"];
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
    recipients_remove: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    orders_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
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
                    "application/json": components["schemas"]["Page_OrderRow"];
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
    orders_timeline: {
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
                    "application/json": components["schemas"]["OrderTimeline"];
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
    summary_reasons: {
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
                    "application/json": components["schemas"]["ReasonsAnswer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    stream_stream: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string;
            };
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
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    summary_summary: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Version of what it shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryAnswer"];
                };
            };
            /** @description It is as you know it. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    tasks_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "certificate-ends" | "certificate-lapsed" | "lot-held" | "lot-expires" | "offer-to-answer" | "order-to-send" | "payment-overdue" | "agreement-next-step" | "agreement-ends" | "agreement-suspended" | "report-due" | "receipt-to-record" | "payment-due" | "line-short" | "promise-to-bind" | "dead-letters" | "events-stopped" | "events-unsent";
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
                    "application/json": components["schemas"]["Page_Task"];
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
    tasks_counts: {
        parameters: {
            query?: {
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
                    "application/json": {
                        items: components["schemas"]["TaskCount"][];
                    };
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
    signIn_end: {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            303: {
                headers: {
                    /** @description Path of the page that one came from. */
                    Location?: string;
                    /** @description Token and session of the pages. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A page that says why, and what to do next, in Indonesian and English. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, and what to do next, in Indonesian and English. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, and what to do next, in Indonesian and English. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["429"];
            /** @description A page that says why, and what to do next, in Indonesian and English. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page that says why, and what to do next, in Indonesian and English. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_me: {
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
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["401"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    session_refresh: {
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
                    /** @description Token and session of the pages. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
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
    signIn_begin: {
        parameters: {
            query?: {
                return?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            303: {
                headers: {
                    /** @description Address at the issuer. */
                    Location?: string;
                    /** @description What this attempt is known by, for ten minutes. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A page that says why, and what to do next, in Indonesian and English. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            429: components["responses"]["429"];
            /** @description A page that says why, and what to do next, in Indonesian and English. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_signOut: {
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
                    /** @description Takes back what /auth/sign-in has set. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string;
                    };
                };
            };
            400: components["responses"]["400"];
            403: components["responses"]["403"];
            413: components["responses"]["413"];
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
