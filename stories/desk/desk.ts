import '@buurt/desk/buurt-desk.js';
import { html } from 'lit';
import { deskConnection, openAt, type DeskAnswers } from '../../test/support/desk-endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { Visitor } from '../../test/support/visitor.js';

export type Desk = HTMLElementTagNameMap['buurt-desk'];

export const desk = (answers: DeskAnswers = {}, hash = '#/') => {
  openAt(hash);
  // No story goes on with what was written in another.
  sessionStorage.clear();
  return html`<buurt-desk .connection=${deskConnection(answers)}></buurt-desk>`;
};

/** A story in which somebody does something first. */
export const after =
  (deed: (visitor: Visitor<Desk>) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-desk');
    await deed(new Visitor<Desk>(canvasElement, 'buurt-desk'));
  };

export const reading = (words: string) => after((visitor) => visitor.read(words));
