import type { FormWords } from './forms-id.js';

export const FORMS_EN: FormWords = {
  busy: 'Sending …',
  offline:
    'Not sent: there is no connection, or the service does not answer. What you filled in is kept; send it again, it will not be recorded twice.',
  done: 'Recorded.',
  pending: 'Saved, and being decided; the result appears soon.',
  check: 'Check these fields:',
  sure: 'Yes, this is right: send',
  back: 'Go back and correct',
  cancel: 'Cancel',
  optional: 'may be empty',
  choose: 'choose …',
  add: 'Add a row',
  remove: (row) => `Remove ${row}`,
  faults: {
    missing: 'is required',
    least: (limit) => `at least, or not before, ${limit}`,
    most: (limit) => `at most, or not after, ${limit}`,
    form: 'is not written like its example',
  },
};
