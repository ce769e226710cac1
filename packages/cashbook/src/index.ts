import './buurt-cashbook.js';
export type * from './events.js';
export { BuurtCashbook } from './cashbook.js';
