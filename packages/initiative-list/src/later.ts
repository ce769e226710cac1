/** All of the list, in one piece, so that one request brings it while another brings what it shows. */
import { messageTokens } from '@buurt/core/message-tokens.js';
import { boardStyles } from './board.styles.js';
import { cardStyles } from './cards.styles.js';

export { boardTexts as texts } from './board.messages.js';
export { Board } from './board.js';

export const styles = [...messageTokens, boardStyles, ...cardStyles];
