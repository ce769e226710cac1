import '@buurt/idea-form/buurt-idea-form.js';
import { html, nothing } from 'lit';
import { storyBuurt, storyConnection, storyEndpoint, type Answers } from '../../test/support/endpoint.js';
import { Resident } from '../../test/support/resident.js';
import type { Story } from '../../test/support/stage.js';

export const form = (answers: Answers = {}, buurt = storyBuurt, help: unknown = nothing) =>
  html`<buurt-idea-form draft="off" buurt=${buurt} .connection=${storyConnection(answers)}
    >${help}</buurt-idea-form
  >`;

/** A story in which a resident does something first. */
export const after =
  (deed: (resident: Resident) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-idea-form');
    const resident = new Resident(canvasElement);
    await resident.form.updateComplete;
    await deed(resident);
  };

export const filledIn = (deed: (resident: Resident) => Promise<unknown> = () => Promise.resolve()) =>
  after(async (resident) => {
    await resident.fillIn();
    await deed(resident);
  });

export const send = (resident: Resident) => resident.press('Verstuur je idee');

/** With a photo, up to the button that sends. */
export const withPhoto = (deed: (resident: Resident) => Promise<unknown>) =>
  after(async (resident) => {
    await resident.tellIdea();
    await resident.choosePhotos('IMG_2041.jpg');
    await resident.tellWho();
    await resident.goTo('Klopt het zo?');
    await send(resident);
    await deed(resident);
  });

/** An endpoint of its own, because these stories leave something on the device. */
export const keeping = (story: string, answers: Answers = {}) =>
  html`<buurt-idea-form
    draft="local"
    buurt=${storyBuurt}
    .connection=${{ ...storyConnection(answers), endpoint: `${storyEndpoint}/${story}` }}
  ></buurt-idea-form>`;

/** The browser says that there is no network, for as long as this lasts. */
export async function withoutNetwork(deed: () => Promise<unknown>): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  try {
    await deed();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}
