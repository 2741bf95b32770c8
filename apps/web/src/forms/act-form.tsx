import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Sent } from '../api/client.js';
import { dropForm, keepForm, restoreForm } from '../parts/form-draft.js';
import { useSending } from '../parts/use-sending.js';
import type { Say } from '../words/say.js';
import { byField, faultOfInput, faultsOf, FaultsProvider, type FieldFault } from './faults.js';
import type { Filled } from './filled.js';

/** What a form asks for. */
export interface Call {
  readonly path: string;
  readonly body: object;
  readonly method?: Sent;
  /** Version that the change is of, where the route wants to know it. */
  readonly version?: number;
}

export interface ActFormProps {
  /** Name of its draft, which is kept while this tab lives; what is filled in elsewhere is not kept by it. */
  readonly draft: string;
  readonly send: string;
  readonly say: Say;
  /** What to ask for when it is sent; `faults`: what is wrong already. */
  readonly call: (filled: Filled) => Call | { readonly faults: readonly FieldFault[] };
  /** What it would cost, to be looked at before it is sent; undefined: nothing that needs a second look. */
  readonly check?: (filled: Filled) => ComponentChildren | undefined;
  readonly done: (answer: object) => void;
  readonly ended: () => void;
  readonly children: ComponentChildren;
}

interface Told {
  readonly language: Say['language'];
  readonly faults: readonly Listed[];
}

/** A fault with the words before its field; undefined: the form has no such field. */
interface Listed extends FieldFault {
  readonly label: string | undefined;
}

/**
 * A form that does one thing. What is wrong is listed above its button, leads to the field, and stands there too; what is
 * half filled in is kept; what costs something is looked at twice; sent again after a lost answer it has its effect once.
 */
export function ActForm({ send, say, children, ...about }: ActFormProps) {
  const formRef = useRef<HTMLFormElement>(null);
  const summaryRef = useRef<HTMLDivElement>(null);
  const { faults, asked, stops, busy, failed, submit, recall, keep } = useAct({ say, ...about }, formRef);
  const { forms } = say.words;
  // Where one reads on, whenever it was not taken.
  useEffect(() => {
    if (stops > 0) summaryRef.current?.focus();
  }, [stops]);
  const stopped = faults.length > 0 || failed !== undefined;
  return (
    <FaultsProvider value={byField(faults)}>
      <form
        ref={formRef}
        class="form wide"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(false);
        }}
        onInput={keep}
      >
        {children}
        {stopped && asked === undefined && (
          <div ref={summaryRef} class="summary" role="alert" tabIndex={-1}>
            <p class="mark unsold">{failed ?? forms.check}</p>
            <FaultList
              faults={faults}
              lead={(field) => {
                inputsOf(formRef.current)
                  .find(({ name }) => name === field)
                  ?.focus();
              }}
            />
          </div>
        )}
        {asked === undefined ? (
          <button type="submit" class="primary" disabled={busy}>
            {busy ? forms.busy : send}
          </button>
        ) : (
          <div ref={summaryRef} class="summary" role="alertdialog" aria-label={send} tabIndex={-1}>
            {asked}
            <p class="actions">
              <button type="button" class="primary" disabled={busy} onClick={() => void submit(true)}>
                {busy ? forms.busy : forms.sure}
              </button>
              <button type="button" class="quiet" onClick={recall}>
                {forms.back}
              </button>
            </p>
          </div>
        )}
      </form>
    </FaultsProvider>
  );
}

interface Act {
  readonly faults: readonly Listed[];
  /** What is to be looked at before it is sent. */
  readonly asked: ComponentChildren | undefined;
  /** How often it was not sent, or not taken. */
  readonly stops: number;
  readonly busy: boolean;
  readonly failed: string | undefined;
  /** @param sure it was looked at */
  readonly submit: (sure: boolean) => Promise<void>;
  /** Not as it is: it is filled in anew. */
  readonly recall: () => void;
  readonly keep: () => void;
}

function useAct(
  { draft, say, call, check, done, ended }: Omit<ActFormProps, 'send' | 'children'>,
  formRef: { readonly current: HTMLFormElement | null },
): Act {
  // What was said of them was said in one language.
  const [told, setTold] = useState<Told>({ language: say.language, faults: [] });
  const [question, setAsked] = useState<ComponentChildren>();
  const isNow = told.language === say.language;
  const asked = isNow ? question : undefined;
  const [stops, setStops] = useState(0);
  const { forms } = say.words;
  const list = (found: readonly FieldFault[]): void => {
    setTold({ language: say.language, faults: listed(found, formRef.current) });
  };
  const sending = useSending({
    refusal: ({ problem }) => {
      list(faultsOf(problem));
      return problem.detail ?? problem.code;
    },
    offline: forms.offline,
    changed: () => undefined,
    ended,
  });
  useLayoutEffect(() => {
    if (formRef.current) restoreForm(draft, formRef.current);
  }, [draft, formRef]);

  const submit = async (sure: boolean): Promise<void> => {
    if (!formRef.current || sending.busy) return;
    const filled = new FormData(formRef.current);
    const own = inputsOf(formRef.current).flatMap(
      (input) => faultOfInput(input, forms.faults, (day) => say.date(day)) ?? [],
    );
    const wanted = own.length > 0 ? { faults: own } : call(filled);
    list('faults' in wanted ? wanted.faults : []);
    const cost = sure || 'faults' in wanted ? undefined : check?.(filled);
    setAsked(cost);
    if ('faults' in wanted || cost !== undefined) {
      setStops(stops + 1);
      return;
    }
    const answer = await sending.send<object>(wanted.path, wanted.body, wanted.method, wanted.version);
    if (answer) {
      dropForm(draft);
      done(answer);
    } else {
      setStops(stops + 1);
    }
  };
  return {
    faults: isNow ? told.faults : [],
    failed: isNow ? sending.failed : undefined,
    ...{ asked, stops, busy: sending.busy, submit },
    recall: () => {
      setAsked(undefined);
    },
    keep: () => {
      setAsked(undefined);
      if (formRef.current) keepForm(draft, formRef.current);
    },
  };
}

function listed(found: readonly FieldFault[], form: HTMLFormElement | null): Listed[] {
  const inputs = inputsOf(form);
  return found.map((fault) => {
    const input = inputs.find(({ name }) => name === fault.field);
    return { ...fault, label: input && labelOf(input) };
  });
}

interface FaultListProps {
  readonly faults: readonly Listed[];
  readonly lead: (field: string) => void;
}

/** Each fault with the label of its field, and the way there. */
function FaultList({ faults, lead }: FaultListProps) {
  return (
    <ul class="plain">
      {faults.map(({ field, label, message }, index) => (
        <li key={index}>
          {label === undefined ? (
            `${field} ${message}`.trim()
          ) : (
            <button
              type="button"
              class="link"
              onClick={() => {
                lead(field);
              }}
            >
              {label}: {message}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function inputsOf(form: HTMLFormElement | null): Input[] {
  return [...(form?.elements ?? [])].filter(
    (element): element is Input =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== '',
  );
}

/** The words before a field, after those of the group that it stands in. */
function labelOf(input: Input): string {
  const group = input.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
  const own = input.labels?.[0]?.firstChild?.textContent ?? input.name;
  return group === '' ? own : `${group}, ${own}`;
}
