/** All that is drawn, in one piece, so that one request brings it while others bring what it shows. */
import { messageTokens } from '@buurt/core/message-tokens.js';
import { conditions } from './conditions.styles.js';
import { mapStyles } from './map.styles.js';
import { sideStyles } from './side.styles.js';

export { chartTexts as texts } from './chart.messages.js';
export { Chart } from './chart.js';

export const styles = [...messageTokens, ...mapStyles, ...sideStyles, conditions];
