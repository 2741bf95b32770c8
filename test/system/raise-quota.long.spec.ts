import { describeOnPages } from './describe-on-pages.js';
import { describeRaiseQuota } from './raise-quota-page.js';

describeOnPages('from the sentence to the act', [describeRaiseQuota]);
