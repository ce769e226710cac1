import '@buurt/my-initiative/buurt-my-initiative.js';
import { html, nothing } from 'lit';
import type { MyInitiative } from '@buurt/domain/initiatives/my-initiative.js';
import type { BuurtMyInitiative } from '@buurt/my-initiative';
import type { Answer } from '../../test/support/endpoint.js';
import { makerConnection, openLink } from '../../test/support/my-initiative-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { Visitor } from '../../test/support/visitor.js';

export const mine = (answer?: MyInitiative | Answer, acting?: Answer, inside: unknown = nothing) => {
  openLink();
  return html`<buurt-my-initiative .connection=${makerConnection(answer, acting)}
    >${inside}</buurt-my-initiative
  >`;
};

/** A story in which somebody does something first. */
export const after =
  (deed: (visitor: Visitor<BuurtMyInitiative>) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-my-initiative');
    await deed(new Visitor<BuurtMyInitiative>(canvasElement, 'buurt-my-initiative'));
  };

export const reading = (words: string) => after((visitor) => visitor.read(words));
