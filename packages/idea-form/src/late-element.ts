import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { withOverrides, type Catalogue, type Locale, type Messages, type Overrides } from '@buurt/core';

/** A part of the form that comes when it is needed, with texts of its own in the language of the form. */
export abstract class LateElement<M extends Messages> extends LitElement {
  @property({ attribute: false }) locale: Locale = 'nl';
  /** Texts of the page's own. */
  @property({ attribute: false }) texts?: Overrides<M> | undefined;

  protected abstract readonly catalogue: Catalogue<M>;

  #english?: M;

  protected get t(): M {
    const { nl } = this.catalogue;
    const texts = this.locale === 'en' ? (this.#english ?? nl) : nl;
    return this.texts ? withOverrides(texts, this.texts) : texts;
  }

  /** The first English update waits until the English texts are there; without them it is Dutch. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.locale === 'en' && !this.#english)
      this.#english = await this.catalogue.en().catch(() => this.catalogue.nl);
    await super.scheduleUpdate();
  }
}
