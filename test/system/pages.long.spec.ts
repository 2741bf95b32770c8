import { describeOnPages } from './describe-on-pages.js';
import { describeGoodsMove } from './goods-on-pages.js';
import { describeOpenAgreement } from './open-agreement-page.js';
import { describeRecords } from './records-on-pages.js';
import { describeTechnical } from './technical-on-pages.js';

describeOnPages('the whole job on the pages', [
  describeOpenAgreement,
  describeGoodsMove,
  describeRecords,
  describeTechnical,
]);
