/** Made by npm run describe from the service's OpenAPI document. */
export interface paths {
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders of the caller's region, newest first. */
        get: operations["orders_page"];
        put?: never;
        /**
         * Places an order.
         * @description The answer is its promise, also when that is zero; while the market's owner is away, its address.
         */
        post: operations["orders_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller's lots were allocated to, with why and what it earns, newest first. */
        get: operations["earnings_allocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/allocations/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers that wait for the answer of the caller's region, oldest first, at most 500. */
        get: operations["fulfilment_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/allocations/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms an offer: its goods will be sent. */
        post: operations["fulfilment_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/allocations/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuses an offer.
         * @description Its goods are held until their hold is released; the promise is bound again.
         */
        post: operations["fulfilment_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of the caller's region without the keys themselves, the latest first, at most 200. */
        get: operations["apiKeys_all"];
        put?: never;
        /**
         * Gives a system of the partner a key of its own.
         * @description The key is shown this once.
         */
        post: operations["apiKeys_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes a key.
         * @description Revoking it again changes nothing.
         */
        delete: operations["apiKeys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/audit": {
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
    "/api/orders/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Places a stream of orders, one a line, and answers each with a line. */
        post: operations["bulk_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/dead-letters": {
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
    "/api/orders/dead-letters/{id}": {
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
    "/api/orders/dead-letters/{id}/discard": {
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
    "/api/orders/dead-letters/{id}/replay": {
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
    "/api/orders/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of the caller's region, the latest first. */
        get: operations["drafts_all"];
        put?: never;
        /** Keeps a new draft. */
        post: operations["drafts_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft, with the ETag that a change of it wants. */
        get: operations["drafts_one"];
        /** Replaces what a draft says. */
        put: operations["drafts_change"];
        post?: never;
        /** Throws a draft away. */
        delete: operations["drafts_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/drafts/{id}/placement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Places the draft as an order, once; the answer is its promise. */
        post: operations["drafts_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/lots/{id}/hold-release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the held goods of a lot free again. */
        post: operations["fulfilment_releaseHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/policies/{origin}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a market is bound. */
        get: operations["policy_current"];
        /**
         * Changes how a market is bound.
         * @description It counts from the next run on.
         */
        put: operations["policy_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest runs first, at most 100. */
        get: operations["runs_latest"];
        put?: never;
        /** Binds a market now: fixes which lots serve what is promised. */
        post: operations["runs_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run with its proof and what it left in each lot. */
        get: operations["runs_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each contributor to the caller's lots has earned, and whether the buyer has paid it, newest first. */
        get: operations["earnings_settlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/shipments/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record of handing over (berita acara serah terima) of a received shipment, as PDF. */
        get: operations["handover_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/shipments/{id}/legs/{leg}/arrival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that a shipment has arrived at the end of a leg. */
        post: operations["fulfilment_arrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/shipments/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records what the partner has received, allocation by allocation. */
        post: operations["fulfilment_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Standing orders of the caller's region, the latest first. */
        get: operations["standingOrders_all"];
        put?: never;
        /** Opens an order that is placed again for each day, week or month. */
        post: operations["standingOrders_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/standing/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One standing order, with what became of its latest day. */
        get: operations["standingOrders_one"];
        put?: never;
        post?: never;
        /** Stops it; what it has placed stays. */
        delete: operations["standingOrders_stop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/uploads": {
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
         * Reads a file of orders and answers with a preview.
         * @description The same file again is the same upload: 200 instead of 201.
         */
        post: operations["uploads_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/uploads/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The one kind of file that is taken here, with its columns. */
        get: operations["uploads_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/uploads/{id}": {
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
    "/api/orders/uploads/{id}/errors": {
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
    "/api/orders/uploads/{id}/placement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Places the rows of an upload, in the background. */
        post: operations["uploads_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/waiting": {
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
    "/api/orders/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks of the caller's region without their secrets, the latest first. */
        get: operations["webhooks_all"];
        put?: never;
        /**
         * Registers an address.
         * @description Its signing secret is shown this once.
         */
        post: operations["webhooks_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes it; what waits is not sent.
         * @description Deleting it again changes nothing.
         */
        delete: operations["webhooks_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent and what waits, the latest first, of the last 30 days. */
        get: operations["webhooks_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/webhooks/{id}/deliveries/{delivery}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends one delivery again, under the webhook-id that it has. */
        post: operations["webhooks_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives it a new secret, shown this once.
         * @description The old one signs beside it for 24 hours.
         */
        post: operations["webhooks_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/webhooks/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Disables it, or enables it again: then what waited is sent.
         * @description What happens while it is disabled is not told.
         */
        put: operations["webhooks_turn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with its lines, promises, allocations and reasons. */
        get: operations["orders_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels an order, or what is not yet on its way of it. */
        post: operations["orders_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records what the buyer has paid. */
        post: operations["fulfilment_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an order has come to: what is owed and paid, and whom it earns what. */
        get: operations["fulfilment_settlement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shipments of an order, in the order in which they left. */
        get: operations["fulfilment_shipments"];
        put?: never;
        /** Sends confirmed allocations of an order. */
        post: operations["fulfilment_dispatch"];
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
        /** @description What a lot's goods were allocated to, and what they come to. Quantities in base units, rupiah. */
        AllocatedView: {
            id: string;
            runId: string;
            lineId: string;
            orderId: string;
            lotId: string;
            termId: string;
            partner: string;
            quantity: number;
            unitPrice: number;
            freight: number;
            status: components["schemas"]["AllocationStatus"];
            /** @description What the receipt says: quantity = accepted + damaged + missing; all 0 before it. */
            accepted: number;
            damaged: number;
            missing: number;
            version: number;
            why: Record<string, never>;
            commodity: string;
            unit: components["schemas"]["BaseUnit"];
            /** @description When the run bound it. */
            boundAt: string;
            /** @description How many producers have a share in it. */
            contributors: number;
            /** @description Of the contributor that was asked for; null: of nobody in particular. */
            contributed: number | null;
            /** @description What was accepted earns this; before the receipt, what all of it would. */
            earns: number;
        };
        /**
         * @description offered → confirmed | refused | lapsed; confirmed → dispatched → accepted | short | refused-at-arrival; what is not dispatched may be released: cancelled, or its agreement ended.
         * @enum {string}
         */
        AllocationStatus: "offered" | "confirmed" | "refused" | "lapsed" | "released" | "dispatched" | "accepted" | "short" | "refused-at-arrival";
        AllocationView: {
            id: string;
            lot: string;
            run: string;
            quantity: number;
            unitPrice: number;
            freight: number;
            status: string;
            why: Record<string, never>;
        };
        /** @description Why a part is unsold or unfilled: the engine's reasons, and those that only the state of things gives. */
        AnyReason: components["schemas"]["Reason"] | components["schemas"]["StateReason"];
        ApiKeyDto: {
            /** @description The partner's own system that will use it, e.g. `gudang`. What it sends is known by this name, whichever key it uses. */
            system: string;
        };
        /** @description A key without the key. */
        ApiKeyView: {
            id: string;
            system: string;
            issuedBy: string;
            /** Format: date-time */
            issuedAt: string;
            /** @description To a few seconds; null: never. */
            lastUsedAt: string | null;
            revokedAt: string | null;
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
        /** @description One line of the stream. */
        BulkLineDto: {
            /** @description Like an Idempotency-Key: the order is placed once under it. */
            key: string;
            /** @description As POST /api/orders takes it. */
            order: Record<string, never>;
        };
        /** @description What became of one line; or that the stream stops here, because of an outage. */
        BulkOutcome: {
            line: number;
            /** @constant */
            status: "placed";
            order: components["schemas"]["PromiseSummary"];
        } | {
            line: number;
            /** @constant */
            status: "pending";
            order: {
                id: string;
            };
        } | {
            line: number;
            /** @constant */
            status: "refused";
            code: components["schemas"]["ErrorCode"];
            detail: string;
            errors: components["schemas"]["Fault"][];
        } | {
            /** @constant */
            status: "stopped";
            httpStatus: number;
            code: components["schemas"]["ErrorCode"];
            detail: string;
        };
        /** @description The legal entity that buys and pays: the committee only places the order. */
        BuyerDto: {
            name: string;
            /** @description Nomor Induk Berusaha, 13 digits. */
            nib?: string;
            /** @description Tax number, 15 or 16 digits. */
            npwp?: string;
        };
        /** @description What a buyer of a joint order has received and owes. */
        BuyerShare: {
            buyer: {
                name: string;
                nib?: string;
                npwp?: string;
            };
            quantity: number;
            amount: number;
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
        /** @description What was changed. */
        Changed: {
            id: string;
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
        /** @description One element of a minimum cut; capacities of `cut` sum to the quantity that is bound. `reserve`: a row's own share; `open`: what partners' shares leave of a product to everybody. */
        CutElement: {
            /** @enum {string} */
            kind: "quota" | "line" | "lot" | "promise" | "reserve" | "open";
            id: string;
            capacity: number;
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
        DeliveryView: {
            /** @description Also its `webhook-id`, in every attempt. */
            id: string;
            type: string;
            orderId: string;
            attempts: number;
            /** @description What the receiver answered last. */
            statusCode: number | null;
            /** @description Why the last attempt failed. */
            error: string | null;
            /** Format: date-time */
            writtenAt: string;
            /** @description Null: it is delivered or given up. */
            nextTryAt: string | null;
            deliveredAt: string | null;
        };
        DispatchDto: {
            /** @description Confirmed allocations of the order. Default: all of them. */
            allocations?: string[];
            legs: components["schemas"]["LegDto"][];
        };
        DraftDto: {
            /** @description What its writer calls it. */
            title?: string;
            /** @description As POST /api/orders takes it, as far as it is written: it is judged when it is placed. */
            order: Record<string, never>;
        };
        /** @description An order that is not placed yet, as its region's people see it. */
        DraftView: {
            id: string;
            title: string | null;
            order: Record<string, never>;
            version: number;
            changedBy: string;
            /** Format: date-time */
            changedAt: string;
            /** @description The order that it became; such a draft does not change any more. */
            placedAs: string | null;
        };
        /**
         * @description Code of a refusal: stable; what each means: docs/api/errors.md.
         * @enum {string}
         */
        ErrorCode: "BAD_REQUEST" | "MALFORMED_JSON" | "IDEMPOTENCY_KEY_MISSING" | "IDEMPOTENCY_KEY_INVALID" | "FILE_UNREADABLE" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "REQUEST_TIMEOUT" | "CONFLICT" | "ILLEGAL_TRANSITION" | "ALREADY_EXISTS" | "TOO_MANY_KEYS" | "TOO_MANY_WEBHOOKS" | "TOO_MANY_RECIPIENTS" | "NOT_RECEIVED" | "DEAD_LETTER_NOT_OPEN" | "STILL_FAILS" | "VERSION_CONFLICT" | "TOO_LARGE" | "ADDRESS_TOO_LONG" | "UNSUPPORTED_MEDIA_TYPE" | "MISDIRECTED" | "INVALID" | "IDEMPOTENCY_KEY_REUSED" | "LINE_TOO_LONG" | "QUANTITY_INVALID" | "QUANTITY_AMBIGUOUS" | "QUANTITY_INDIVISIBLE" | "UNIT_MISMATCH" | "ORIGIN_REQUIRED" | "COMMODITY_UNKNOWN" | "WEBHOOK_URL_REFUSED" | "SURPLUS_INCOMPLETE" | "GUARD_NOT_MET" | "CLOCK_BACKWARDS" | "FILE_COLUMNS" | "AGGREGATOR_UNKNOWN" | "NOT_A_MEMBER" | "PRODUCER_SUSPENDED" | "FORMULA" | "KEY_REUSED" | "KEY_REPEATED" | "ROW_REPEATED" | "ROW_BROKEN" | "TOO_MANY_CELLS" | "TOO_MANY_REQUESTS" | "INTERNAL" | "NO_ANSWER" | "UNAVAILABLE";
        /** @enum {string} */
        EventGroup: "order" | "promise" | "allocation" | "shipment" | "settlement";
        /** @enum {string} */
        Every: "day" | "week" | "month";
        /** @enum {string} */
        Fairness: "max-min" | "proportional" | "none";
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
        IssuedApiKey: {
            id: string;
            system: string;
            /** @description The key itself, this once; null in the answer to a repeated call, for only its hash is kept. */
            key: string | null;
        };
        /** @description What one of several small buyers orders in a joint order. */
        JointPartDto: {
            buyer: components["schemas"]["BuyerDto"];
            /** @description In the line's unit. */
            quantity: number | string;
        };
        /** @description What became of the latest day on which it was due. */
        LastPlacing: {
            day: string;
            /** @description The order that it became; null: it was refused. */
            order: string | null;
            refusal: {
                code: components["schemas"]["ErrorCode"];
                detail: string;
                errors: components["schemas"]["Fault"][];
            } | null;
        };
        Leg: {
            from: string;
            to: string;
            /** @enum {string} */
            mode: "road" | "sea" | "air" | "rail";
            /** @description Estimated arrival, a date at the destination. */
            eta: string;
            arrivedAt: string | null;
        };
        LegDto: {
            from: string;
            to: string;
            /** @enum {string} */
            mode: "road" | "sea" | "air" | "rail";
            /**
             * Format: date
             * @description Estimated arrival, a date at the destination.
             */
            eta: string;
        };
        LineView: {
            id: string;
            commodity: string;
            unit: string;
            quantity: number;
            promised: number;
            allocated: number;
            deliverTo: string;
            maxLandedPrice: number | null;
            certificates: string[];
            needBy: string;
            minLifeDays: number;
            term: string | null;
            status: string;
            unfilled: components["schemas"]["AnyReason"][];
            /** @description Of a joint order: what each buyer wants, and its part of the promise. */
            parts?: {
                promised: number;
                buyer: {
                    name: string;
                    nib?: string;
                    npwp?: string;
                };
                /** @description Base units. */
                quantity: number;
            }[];
            allocations: components["schemas"]["AllocationView"][];
        };
        /** @description What a run leaves of one lot: surplus = allocated + Σ unsold. */
        LotOutcome: {
            lotId: string;
            /** @description Number of runs that have judged the lot, this one included. */
            ordinal: number;
            surplus: number;
            allocated: number;
            unsold: components["schemas"]["AnyReason"][];
        };
        /** @description An offered allocation, with the instant by which it lapses. */
        OfferView: {
            id: string;
            runId: string;
            lineId: string;
            orderId: string;
            lotId: string;
            termId: string;
            partner: string;
            quantity: number;
            unitPrice: number;
            freight: number;
            status: components["schemas"]["AllocationStatus"];
            /** @description What the receipt says: quantity = accepted + damaged + missing; all 0 before it. */
            accepted: number;
            damaged: number;
            missing: number;
            version: number;
            why: Record<string, never>;
            answerBy: string | null;
        };
        /** @description How an office wants its market bound; shown with every run. */
        OfficePolicy: {
            /** @description `landed`: cheaper lots first. `freight-only`: all lots under the ceiling are equals. */
            priceObjective: components["schemas"]["PriceObjective"];
            /** @description Width of a price tier in percent of the product's cheapest price; 0 = exact prices. */
            priceTierPercent: number;
            fairness: components["schemas"]["Fairness"];
            /** @description Lots whose days of life left fall into the same bucket are equals; 0 = exact dates. Default 30. */
            expiryBucketDays: number;
            /** @description Local time of the origin, HH:MM, at which each day's promises are bound; null: only by bindBy and on demand. */
            cutOff: string | null;
        };
        OrderLineDto: {
            commodity: string;
            /** @description In `unit`, as a number or a decimal text with a dot. */
            quantity: number | string;
            /** @enum {string} */
            unit: "g" | "kg" | "kuintal" | "ton" | "pair" | "lusin" | "kodi" | "piece";
            /** @description Where it has to arrive: the partner's region or a part of it. Default: the partner's region. */
            deliverTo?: string;
            /** @description Rupiah per trade unit, freight included. Absent: any. */
            maxLandedPrice?: number;
            /** @default [] */
            certificates: string[];
            /** Format: date */
            needBy: string;
            /**
             * @description Days of life wanted after `needBy`.
             * @default 0
             */
            minLifeDays: number;
            /** @description At least this much or nothing, in `unit`. */
            minimum?: number | string;
            /**
             * @description false: all of it or nothing.
             * @default true
             */
            partial: boolean;
            /** @description A joint order: small buyers who reach a minimum lot together. Their parts add up to `quantity`. */
            parts?: components["schemas"]["JointPartDto"][];
        };
        /** @description An order as callers read it; quantities in base units. For each line: quantity = promised + Σ unfilled. */
        OrderView: {
            id: string;
            origin: string;
            partner: string;
            placedBy: string;
            buyer: {
                name: string;
                nib?: string;
                npwp?: string;
            };
            reference: string | null;
            placedAt: string;
            status: string;
            lines: components["schemas"]["LineView"][];
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
        Page_AllocatedView: {
            items: components["schemas"]["AllocatedView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_DeadLetterView: {
            items: components["schemas"]["DeadLetterView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_DeliveryView: {
            items: components["schemas"]["DeliveryView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_OrderView: {
            items: components["schemas"]["OrderView"][];
            next?: string;
        };
        /** @description One page; `next` is the cursor of the following one, absent on the last. */
        Page_SettlementLine: {
            items: components["schemas"]["SettlementLine"][];
            next?: string;
        };
        PaymentDto: {
            /** @description Rupiah. */
            amount: number;
            reference: string;
        };
        /** @description The answer of a call that is kept and not decided yet: a 202 whose Location says where it will be found. */
        Pending: {
            /** @description of what will be found there */
            id: string;
        };
        PlaceOrderDto: {
            /** @description Origin regency; may be left out when exactly one has terms that cover the lines. */
            origin?: string;
            buyer: components["schemas"]["BuyerDto"];
            /** @description The partner's own number for this order. */
            reference?: string;
            lines: components["schemas"]["OrderLineDto"][];
        };
        PlacementDto: {
            /**
             * @description good: the green rows; all: the amber ones too.
             * @enum {string}
             */
            rows: "good" | "all";
        };
        Policy: {
            /** @description `landed`: cheaper lots first. `freight-only`: all lots under the ceiling are equals. */
            priceObjective: components["schemas"]["PriceObjective"];
            /** @description Width of a price tier in percent of the product's cheapest price; 0 = exact prices. */
            priceTierPercent: number;
            fairness: components["schemas"]["Fairness"];
            /** @description Lots whose days of life left fall into the same bucket are equals; 0 = exact dates. Default 30. */
            expiryBucketDays?: number;
        };
        /** @description The whole policy: what is left out would be somebody's guess. */
        PolicyDto: {
            /**
             * @description `freight-only`: all lots under the ceiling are equals. `landed`: cheaper lots first.
             * @enum {string}
             */
            priceObjective: "freight-only" | "landed";
            /** @description Producers inside a tier of this width are equals; 0: exact prices. */
            priceTierPercent: number;
            /** @enum {string} */
            fairness: "max-min" | "proportional" | "none";
            /** @description Lots whose expiry falls into the same bucket are equals; 0: exact dates. */
            expiryBucketDays: number;
            /** @description HH:MM at the origin; null: no daily cut-off. */
            cutOff: string | null;
        };
        /** @enum {string} */
        PriceObjective: "landed" | "freight-only";
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
        PromiseSummary: {
            id: string;
            status: string;
            lines: {
                quantity: number;
                promised: number;
                unfilled: {
                    code: string;
                    quantity: number;
                }[];
            }[];
        };
        Proof: {
            /** @description The most that any feasible matching can place. */
            upperBound: number;
            /** @description upperBound − quantity: 0 unless sacks or minimum lots cost something. */
            gap: number;
            /** @description The minimum cut next to the stock. */
            cut: components["schemas"]["CutElement"][];
            /** @description Bottlenecks that bind as tightly as those of `cut` (the minimum cut next to the buyers). */
            tied: components["schemas"]["CutElement"][];
            /** @description What could have been sold had nothing been promised yet: the price of answering at once. */
            withoutPromises: number;
            /** @description Set by whoever ran `verify` on this result; the solver leaves it false. */
            verified: boolean;
        };
        /** @description One reason for `quantity` units. `gate`: the units have no arc at all, `code` is the first closed gate. `cut`: they have arcs and a bottleneck stops them. */
        Reason: {
            /** @enum {string} */
            kind: "gate" | "cut";
            code: components["schemas"]["ReasonCode"];
            quantity: number;
            /** @description What would have to be relaxed: terms rows, certificate kinds, lines, lots or products. */
            binding: string[];
            /** @description By how much: units of quota or stock, rupiah of price, days of life or time. */
            relaxBy?: number;
            /** @description Units sold more by relaxing all of `binding` and nothing else. */
            gain: number;
            /** @description What would stop the units next. */
            then: components["schemas"]["ReasonCode"][];
        };
        /**
         * @description Why a unit is unfilled or unsold: the closed list that a matching can give.
         * @enum {string}
         */
        ReasonCode: "REGION_NOT_COVERED" | "AGREEMENT_NOT_IN_FORCE" | "AGREEMENT_SUSPENDED" | "CERTIFICATE_MISSING" | "CERTIFICATE_EXPIRES_BEFORE_ARRIVAL" | "SHELF_LIFE_TOO_SHORT" | "NEEDED_TOO_SOON" | "NEED_BY_PASSED" | "PRICE_ABOVE_CEILING" | "UNIT_INDIVISIBLE" | "BELOW_MINIMUM_LOT" | "QUOTA_EXHAUSTED" | "PARTNER_SHARE_RESERVED" | "NO_SURPLUS" | "NO_DEMAND";
        ReceiptDto: {
            items: components["schemas"]["ReceiptItemDto"][];
            /** @description Hundredths of a percent, where it was measured. */
            moisture?: number;
        };
        ReceiptItemDto: {
            /** Format: uuid */
            allocation: string;
            /** @description Base units. What is neither accepted nor damaged is missing. */
            accepted: number;
            /** @default 0 */
            damaged: number;
        };
        RefusedRow: {
            /** @constant */
            status: "refused";
            code: components["schemas"]["ErrorCode"];
            detail: string;
            /** @description Absent in what an earlier release has kept. */
            details?: components["schemas"]["Words"];
        };
        RegisteredWebhook: {
            id: string;
            url: string;
            events: components["schemas"]["EventGroup"][];
            /** @description What signs, this once; null in the answer to a repeated call. */
            secret: string | null;
        };
        RotatedSecret: {
            id: string;
            /** @description Until then the former secret signs beside the new one. */
            oldUntil: string;
            /** @description The new secret, this once; null in the answer to a repeated call. */
            secret: string | null;
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
        RunStarted: {
            id: string;
            origin: string;
            journal: number;
        };
        /** @description A routing run with its proof: the same market and journal number give the same result, byte for byte. */
        RunView: {
            id: string;
            origin: string;
            journal: number;
            at: string;
            /** @enum {string} */
            outcome: "published" | "failed";
            engineVersion: string;
            policy: components["schemas"]["Policy"];
            totals: components["schemas"]["Totals"] | null;
            proof: components["schemas"]["Proof"] | null;
            faults: string[];
            lots: components["schemas"]["LotOutcome"][];
            lines: number;
            allocations: number;
        };
        Settled: {
            /** @description Parked events that were handled after it. */
            released: number;
            /** @description A parked event failed in its turn, or only another release knows its type: the rest stays parked behind it. */
            heldAgain: boolean;
        };
        /** @description What one contributor has earned by one allocation. */
        SettlementLine: {
            /** @description Cursor of the line. */
            id: string;
            allocationId: string;
            orderId: string;
            lotId: string;
            producer: string;
            partner: string;
            commodity: string;
            unit: components["schemas"]["BaseUnit"];
            quantity: number;
            amount: number;
            /** @description The buyer has paid all that is owed for the order. */
            paid: boolean;
        };
        /** @description What was accepted of an order, what it earns whom, and what of it is paid. Quantities in base units, rupiah. */
        SettlementView: {
            order: string;
            owed: number;
            paid: number;
            /** @description Last day to pay what is owed, at the origin; null: nothing was received yet. */
            dueOn: string | null;
            /** @description That day has passed and not all is paid. */
            overdue: boolean;
            payments: {
                amount: number;
                reference: string;
                recordedAt: string;
            }[];
            /** @description Of a joint order: each buyer's part of what was accepted and is owed. */
            buyers: components["schemas"]["BuyerShare"][];
            producers: {
                producer: string;
                quantity: number;
                amount: number;
            }[];
        };
        /** @enum {string} */
        ShipmentStatus: "under-way" | "arrived" | "received";
        ShipmentView: {
            dispatchedAt: string;
            receivedAt: string | null;
            status: components["schemas"]["ShipmentStatus"];
            id: string;
            orderId: string;
            partner: string;
            allocationIds: string[];
            legs: components["schemas"]["Leg"][];
            /** @description Moisture of the goods at arrival in hundredths of a percent, where it was measured. */
            moisture: number | null;
            version: number;
        };
        StandingOrderDto: {
            /** @enum {string} */
            every: "day" | "week" | "month";
            /**
             * Format: date
             * @description First day on which it is placed, by the calendar of the caller's region; today or later.
             */
            startsOn: string;
            /**
             * Format: date
             * @description Last day on which it may be placed; absent: until it is stopped.
             */
            until?: string;
            /** @description Days after its placing by which the goods are needed: each line's need-by. */
            needWithinDays: number;
            /** @description As POST /api/orders takes it, but for the lines' `needBy`. */
            order: Record<string, never>;
        };
        StandingOrderView: {
            id: string;
            every: components["schemas"]["Every"];
            startsOn: string;
            until: string | null;
            needWithinDays: number;
            order: Record<string, never>;
            /** @description The next day on which it is placed; null: it has ended or was stopped. */
            nextOn: string | null;
            last: components["schemas"]["LastPlacing"] | null;
            stoppedAt: string | null;
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
        StartRunDto: {
            /** @description Origin regency. Default: the caller's own. */
            origin?: string;
        };
        StateReason: {
            /** @constant */
            kind: "state";
            /** @enum {string} */
            code: "CANCELLED" | "NEED_BY_PASSED" | "AGREEMENT_NOT_IN_FORCE" | "AGREEMENT_SUSPENDED" | "CERTIFICATE_MISSING" | "NO_SURPLUS" | "LOT_HELD" | "PRODUCER_SUSPENDED" | "AWAITING_BIND";
            quantity: number;
            binding: string[];
            gain: number;
            then: string[];
        };
        Totals: {
            quantity: number;
            /** @description Σ quantity × price, not divided by priceScale; a decimal string above 2^53 − 1. */
            goodsCost: number | string;
            freightCost: number | string;
            linesFull: number;
            linesPart: number;
            producersSelling: number;
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
        WebhookDto: {
            /** @description Where to send, e.g. `https://erp.example.id/serap`: https, port 443 or 8443, an address of the public internet. */
            url: string;
            /** @description What to hear of; absent: everything. */
            events?: ("order" | "promise" | "allocation" | "shipment" | "settlement")[];
        };
        WebhookStateDto: {
            /** @enum {string} */
            state: "enabled" | "disabled";
        };
        /** @description An endpoint without its secret. */
        WebhookView: {
            id: string;
            url: string;
            events: components["schemas"]["EventGroup"][];
            /** @enum {string} */
            state: "enabled" | "disabled";
            /** @description Who or what disabled it. */
            disabledBecause: string | null;
            registeredBy: string;
            /** Format: date-time */
            registeredAt: string;
            /** @description Until when the former secret signs too. */
            oldSecretUntil: string | null;
            /** @description Deliveries that are still to be tried. */
            waiting: number;
        };
        /** @description One thing, said in each language. */
        Words: {
            id: string;
            en: string;
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
    orders_page: {
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
                    "application/json": components["schemas"]["Page_OrderView"];
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
    orders_place: {
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
                "application/json": components["schemas"]["PlaceOrderDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    earnings_allocations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "offered" | "confirmed" | "dispatched" | "refused" | "lapsed" | "released" | "accepted" | "short" | "refused-at-arrival";
                lot?: string;
                contributor?: string;
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
                    "application/json": components["schemas"]["Page_AllocatedView"];
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
    fulfilment_offers: {
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
                        items: components["schemas"]["OfferView"][];
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
    fulfilment_confirm: {
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
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    fulfilment_refuse: {
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
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    apiKeys_all: {
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
                        items: components["schemas"]["ApiKeyView"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    apiKeys_issue: {
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
                "application/json": components["schemas"]["ApiKeyDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
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
    apiKeys_revoke: {
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
    bulk_place: {
        parameters: {
            query?: never;
            header?: never;
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
    drafts_all: {
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
                        items: components["schemas"]["DraftView"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    drafts_keep: {
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
                "application/json": components["schemas"]["DraftDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
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
    drafts_one: {
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
                    /** @description Its version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
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
    drafts_change: {
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
                "application/json": components["schemas"]["DraftDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                    };
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
    drafts_discard: {
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
    drafts_place: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    fulfilment_releaseHold: {
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
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    policy_current: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                origin: string;
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
                    "application/json": components["schemas"]["OfficePolicy"];
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
    policy_change: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                origin: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficePolicy"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    runs_latest: {
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
                        items: {
                            id: string;
                            origin: string;
                            journal: number;
                            at: string;
                            /** @enum {string} */
                            outcome: "published" | "failed";
                            engineVersion: string;
                            policy: components["schemas"]["Policy"];
                            totals: components["schemas"]["Totals"] | null;
                            faults: string[];
                            lines: number;
                            allocations: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    runs_start: {
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
                "application/json": components["schemas"]["StartRunDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunStarted"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    runs_one: {
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
                    "application/json": components["schemas"]["RunView"];
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
    earnings_settlements: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                producer?: string;
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
                    "application/json": components["schemas"]["Page_SettlementLine"];
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
    handover_read: {
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
                content?: never;
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
    fulfilment_arrive: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                leg: number;
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
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    fulfilment_receive: {
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
                "application/json": components["schemas"]["ReceiptDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    standingOrders_all: {
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
                        items: components["schemas"]["StandingOrderView"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    standingOrders_open: {
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
                "application/json": components["schemas"]["StandingOrderDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        nextOn: string;
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
    standingOrders_one: {
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
                    "application/json": components["schemas"]["StandingOrderView"];
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
    standingOrders_stop: {
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
    uploads_latest: {
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
                        items: components["schemas"]["UploadView"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    uploads_receive: {
        parameters: {
            query?: {
                locale?: "id-ID" | "en";
                fileName?: string;
                kind?: "orders";
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
    uploads_kinds: {
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
    webhooks_all: {
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
                        items: components["schemas"]["WebhookView"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    webhooks_register: {
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
                "application/json": components["schemas"]["WebhookDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredWebhook"];
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
    webhooks_remove: {
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
    webhooks_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
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
                    "application/json": components["schemas"]["Page_DeliveryView"];
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
    webhooks_resend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: string;
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
            409: components["responses"]["409"];
            413: components["responses"]["413"];
            414: components["responses"]["414"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            503: components["responses"]["503"];
        };
    };
    webhooks_rotate: {
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
                    "application/json": components["schemas"]["RotatedSecret"];
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
    webhooks_turn: {
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
                "application/json": components["schemas"]["WebhookStateDto"];
            };
        };
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
    orders_one: {
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
                    "application/json": components["schemas"]["OrderView"];
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
    orders_cancel: {
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
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    fulfilment_pay: {
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
                "application/json": components["schemas"]["PaymentDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
    fulfilment_settlement: {
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
                    "application/json": components["schemas"]["SettlementView"];
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
    fulfilment_shipments: {
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
                        items: components["schemas"]["ShipmentView"][];
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
    fulfilment_dispatch: {
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
                "application/json": components["schemas"]["DispatchDto"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description Kept, and not decided yet: it will be found at Location. */
            202: {
                headers: {
                    /** @description Address of what was kept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
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
