import type { BuurtIdeaForm } from '@buurt/idea-form';
import '@buurt/idea-form/buurt-idea-form.js';
import { Visitor } from './visitor.js';
import { everywhere, until } from './waiting.js';

export { everywhere, until } from './waiting.js';

/** A photo as a file: a sky over a field. */
async function drawnPhoto(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(640, 480);
  const pencil = canvas.getContext('2d');
  if (!pencil) throw new Error('This browser cannot draw');
  pencil.fillStyle = '#bfe3ea';
  pencil.fillRect(0, 0, 640, 280);
  pencil.fillStyle = '#80b06a';
  pencil.fillRect(0, 280, 640, 200);
  return new File([await canvas.convertToBlob({ type: 'image/jpeg' })], name, { type: 'image/jpeg' });
}

/** Chooses files, as far as a script can. */
export function chooseFiles(root: ParentNode, files: readonly File[]): void {
  const [input] = everywhere(root, 'input[type=file]') as HTMLInputElement[];
  if (!input) throw new Error('There is no field for photos');
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Somebody who fills in the form. */
export class Resident extends Visitor<BuurtIdeaForm> {
  constructor(page: ParentNode) {
    super(page, 'buurt-idea-form');
  }

  get form(): BuurtIdeaForm {
    return this.widget;
  }

  /** Ticks or chooses what has this value in the group with this name. */
  async choose(name: string, value: string): Promise<void> {
    (await this.see(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)).click();
    await this.form.updateComplete;
  }

  /** Presses the button that goes on, and sees the next step, or what is wrong. */
  async goOn(): Promise<void> {
    const before = this.title;
    (await this.see('[part~="next"]')).click();
    await until('next step', () => this.title !== before || this.all('.error-summary, .failure').length > 0);
    await this.form.updateComplete;
  }

  /** Goes on until the step with this title. */
  async goTo(title: string): Promise<void> {
    for (let steps = 0; steps < 7 && this.title !== title; steps++) await this.goOn();
    if (this.title !== title) throw new Error(`No step “${title}”, but “${this.title}”: ${this.words}`);
  }

  async tellIdea(): Promise<void> {
    await this.type('title', 'Een lange tafel op het plein');
    await this.type(
      'story',
      'Eén keer per maand eten we samen buiten. Iedereen neemt iets mee.\nZo leren we elkaar kennen.',
    );
    await this.choose('theme', 'meet');
  }

  async tellTogether(): Promise<void> {
    await this.goTo('Samen met de buurt');
    await this.type('assets', 'Het plein is groot en er staat al een kraan.');
    await this.type('joiners', 'De ouders van de Rozenschool en de kookclub.');
    await this.choose('needs', 'time');
    await this.choose('needs', 'tools');
    await this.choose('offers', 'skill');
    await this.choose('cost', 'some');
  }

  async choosePhotos(...names: readonly string[]): Promise<void> {
    await this.goTo('Een foto erbij?');
    await this.see('input[type=file]');
    chooseFiles(this.root, await Promise.all(names.map(drawnPhoto)));
    await until('photos', () => this.all('img[src^="blob:"]').length >= names.length);
  }

  async tellWho(email = 'samira@voorbeeld.nl'): Promise<void> {
    await this.goTo('Wie ben jij?');
    await this.type('name', 'Samira');
    if (email !== '') await this.type('email', email);
    (await this.see('#consent')).click();
  }

  /** Everything up to the preview. */
  async fillIn(): Promise<void> {
    await this.tellIdea();
    await this.tellTogether();
    await this.tellWho();
    await this.goTo('Klopt het zo?');
  }
}
