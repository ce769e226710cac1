import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { withOverrides, type Catalogue, type Locale, type Messages } from '../messages/texts.js';
import { Translated } from './translated.js';

/** A part of a widget that comes when it is needed, with texts of its own in the language of the widget. */
export abstract class LazyElement<M extends Messages> extends LitElement {
  @property({ attribute: false }) locale: Locale = 'nl';
  /** The page's own words for the whole widget, the last ones winning; those for this part stand under its name. */
  @property({ attribute: false }) ownTexts: readonly object[] = [];

  protected abstract readonly catalogue: Catalogue<M>;
  /** What this part is called among the page's own words. */
  protected abstract readonly partName: string;

  protected readonly translated = new Translated(this);
  #english?: M;

  protected get t(): M {
    const { nl } = this.catalogue;
    return this.ownTexts
      .map((each) => Object.entries({ ...each }).find(([name]) => name === this.partName)?.[1])
      .filter((each) => typeof each === 'object' && each !== null)
      .reduce<M>(
        (texts, own) => withOverrides(texts, own),
        this.locale === 'en' ? (this.#english ?? nl) : nl,
      );
  }

  /** The first English update waits until the English texts are there; without them it is Dutch. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.locale === 'en' && !this.#english)
      this.#english = await this.catalogue.en().catch(() => this.catalogue.nl);
    await super.scheduleUpdate();
  }
}
