/** All that comes below the frame: the proposals and voting, in one piece, so that one request brings it. */
import { errorSummaryStyles } from '@buurt/core';
import { messageTokens } from '@buurt/core/message-tokens.js';
import { laterStyles } from './later.styles.js';
import { boardStyles } from './proposals/board.styles.js';
import { cardStyles } from './proposals/cards.styles.js';

export { later as texts } from './later.messages.js';
export { Desk } from './desk.js';

export const styles = [...messageTokens, errorSummaryStyles, cardStyles, boardStyles, ...laterStyles];
