import { FileInput } from '../parts/file-input.js';
import type { Context } from './context.js';
import type { AgreementFile } from './data.js';
import { useSending } from './use-sending.js';

interface Props {
  readonly file: AgreementFile;
  readonly document: AgreementFile['documents'][number];
  readonly context: Context;
}

/** The paper itself of a document: a link to it, or where it is sent in while its hash alone is recorded. */
export function Paper({ file, document, context }: Props) {
  const sending = useSending(context);
  const { papers, sending: sendingWords } = context.words;
  const path = `/api/agreements/${file.id}/documents/${document.id}/file`;
  if (document.bytes !== null) {
    return (
      <small>
        <a href={path}>{papers.open(context.say.count(Math.ceil(document.bytes / 1024)))}</a>
      </small>
    );
  }
  if (!context.mayRecord) return <small>{papers.none}</small>;
  return (
    <label>
      <small>{sending.busy ? sendingWords.busy : papers.keep}</small>
      <FileInput
        accept="application/pdf,.pdf"
        disabled={sending.busy}
        words={context.words.documents}
        choose={(paper) => {
          if (paper) void sending.send(path, paper, 'PUT');
        }}
      />
      {sending.failed !== undefined && (
        <small class="mark unsold" role="alert">
          {sending.failed}
        </small>
      )}
    </label>
  );
}
