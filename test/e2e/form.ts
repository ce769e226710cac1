import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { Locator, Page } from 'playwright-core';
import { nl as place } from '../../packages/idea-form/src/place/place.messages.js';
import { nl as photos } from '../../packages/idea-form/src/photos/photos.messages.js';
import type { Photograph } from './photograph.js';
import { shown } from './resident.js';
import { nl } from './words.js';

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** In the order in which a resident meets them. */
export const steps = ['idea', 'place', 'together', 'photos', 'you', 'preview'] as const;
export type Step = (typeof steps)[number];
export type TextField = 'title' | 'story' | 'assets' | 'joiners' | 'name' | 'email';

/** The idea form as a resident finds it: by the roles and names of what is in it. */
export class IdeaForm {
  readonly element: Locator;

  constructor(
    readonly page: Page,
    readonly words: typeof nl = nl,
  ) {
    this.element = page.locator('buurt-idea-form').first();
  }

  field(name: TextField): Locator {
    const label = new RegExp(`^${literally(this.words.fields[name].label)}`);
    return this.element.getByRole('textbox', { name: label });
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  get next(): Locator {
    return this.button(this.words.next);
  }

  /** The heading of the step or screen that is shown. */
  heading(text: string): Locator {
    return this.element.getByRole('heading', { name: text, exact: true });
  }

  /** "No fixed place". */
  get nowhere(): Locator {
    return this.element.getByLabel(place.nowhere);
  }

  /** What a neighbour could bring, or what the resident brings himself. */
  kind(field: 'needs' | 'offers', kind: OfferKind): Locator {
    const group = this.element.getByRole('group', {
      name: new RegExp(`^${literally(this.words.fields[field].label)}`),
    });
    return group.getByRole('checkbox', { name: new RegExp(`^${literally(this.words.kinds[kind].name)}`) });
  }

  get map(): Locator {
    return this.element.getByRole('button', { name: place.map.label });
  }

  /** Chooses photos and waits until they can be sent. */
  async choose(files: readonly Photograph[], descriptions: readonly string[]): Promise<void> {
    await this.choosePhotos.setInputFiles([...files]);
    for (const [index, description] of descriptions.entries()) await this.photoAlt(index).fill(description);
  }

  /** The file field for photos that are on the device already. */
  get choosePhotos(): Locator {
    return this.element.getByRole('button', { name: /^Kies (foto’s|nog een foto)$/ });
  }

  photoAlt(index: number): Locator {
    return this.element.getByRole('textbox', { name: photos.alt }).nth(index);
  }

  get consent(): Locator {
    return this.element.getByRole('checkbox', { name: /^Ja, / });
  }

  /** Everything that the resident can read in it. */
  text(): Promise<string> {
    return shown(this.element);
  }

  /** One step further, to this one. */
  async goOn(step: Step): Promise<void> {
    await this.next.click();
    await this.heading(this.words.steps[step]).waitFor();
  }

  /** Waits for what comes later on this step: the map, the photos. */
  async settled(step: Step): Promise<void> {
    if (step === 'place') await this.map.waitFor();
    if (step === 'photos') await this.choosePhotos.waitFor({ state: 'attached' });
  }

  /** From the first step to this one, without filling in anything on the way. */
  async goTo(step: Step): Promise<void> {
    for (const each of steps.slice(1, steps.indexOf(step) + 1)) await this.goOn(each);
  }

  /** Fills in an idea with the mouse, to the preview. */
  async fill(idea: Partial<Record<TextField, string>>): Promise<void> {
    const fillIn = async (...names: TextField[]) => {
      for (const name of names) if (idea[name]) await this.field(name).fill(idea[name]);
    };
    await this.field('title').fill('Een bankje bij het water');
    await this.field('story').fill('Een plek om te zitten en elkaar te spreken.');
    await fillIn('title', 'story');
    await this.goOn('place');
    await this.settled('place');
    await this.goOn('together');
    await fillIn('assets', 'joiners');
    await this.goOn('photos');
    await this.goOn('you');
    await fillIn('name', 'email');
    await this.consent.check();
    await this.goOn('preview');
  }

  /** Hands in an idea with the mouse, to the end page. */
  async handIn(idea: Partial<Record<TextField, string>>): Promise<void> {
    await this.fill(idea);
    await this.button(this.words.preview.send).click();
    await this.heading(this.words.sent.title).waitFor();
  }
}
