import { css, html, LitElement, type CSSResult, type TemplateResult } from 'lit';
import { budgetVote, ideaForm, initiativeList, mapCard } from './all-widgets.js';

const page = css`
  :host {
    display: block;
    color-scheme: light;
    color: var(--ink);
    background: var(--ground);
    font: 1rem/1.6 var(--letters);
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 2rem;
    align-items: center;
    justify-content: space-between;
    padding: 1rem clamp(1rem, 5vw, 4rem);
  }
  .name {
    font: 700 1.375rem/1.2 var(--display);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  main {
    display: grid;
    gap: clamp(1.5rem, 4vw, 3rem);
    max-inline-size: 80rem;
    margin-inline: auto;
    padding: clamp(1rem, 4vw, 3rem);
  }
  .hero h1 {
    max-inline-size: 16em;
    margin: 0;
    font: 700 clamp(2rem, 6vw, 4rem) / 1.05 var(--display);
    text-wrap: balance;
  }
  .hero p {
    max-inline-size: 38em;
    margin-block: 1rem 0;
    font-size: 1.125rem;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    gap: clamp(1.5rem, 4vw, 3rem);
    align-items: start;
  }
  .pair > *,
  main > * {
    min-inline-size: 0;
  }
`;

interface Site {
  readonly name: string;
  readonly menu: readonly string[];
  readonly title: string;
  readonly words: string;
}

/** The site of a corporation that does not exist, with all widgets in the style that a few tokens give them. */
abstract class MadeUpSite extends LitElement {
  protected abstract readonly site: Site;

  protected override render(): TemplateResult {
    const { name, menu, title, words } = this.site;
    return html`<header>
        <span class="name">${name}</span>
        <nav aria-label=${name}>${menu.map((each) => html`<a href="#${each}">${each}</a>`)}</nav>
      </header>
      <main>
        <div class="hero">
          <h1>${title}</h1>
          <p>${words}</p>
        </div>
        <div class="pair">
          <div class="card">${mapCard()}</div>
          <div class="card">${ideaForm()}</div>
        </div>
        <div class="card">${initiativeList(3)}</div>
        <div class="card">${budgetVote()}</div>
      </main>
      <footer><span>${name}</span><span>088 000 12 34</span></footer>`;
  }
}

class WaterCity extends MadeUpSite {
  static override readonly styles: CSSResult[] = [
    page,
    css`
      :host {
        --ink: #10233f;
        --ground: #eef4fb;
        --letters: system-ui, sans-serif;
        --display: system-ui, sans-serif;
        --buurt-brand: #0a4ea3;
        --buurt-radius: 0.25rem;
        --buurt-button-radius: 2rem;
      }
      header {
        color: #fff;
        background: #0a2f63;
      }
      .card {
        border-block-start: 0.375rem solid #0a4ea3;
        padding: clamp(0.5rem, 2vw, 1.5rem);
        background: #fff;
      }
      footer {
        color: #fff;
        background: #0a2f63;
      }
    `,
  ];
  protected readonly site: Site = {
    name: 'Waterstad Wonen',
    menu: ['Huren', 'Mijn huis', 'De buurt'],
    title: 'Samen maken we de buurt',
    words: 'Dit jaar verdelen bewoners zelf € 12.500. Heb je een idee, of wil je helpen? Hier kan het.',
  };
}

class GardenVillage extends MadeUpSite {
  static override readonly styles: CSSResult[] = [
    page,
    css`
      :host {
        --ink: #33261d;
        --ground: #fbf6ec;
        --letters: Georgia, 'Times New Roman', serif;
        --display: Georgia, 'Times New Roman', serif;
        --buurt-brand: #a8431f;
        --buurt-color-surface: #fffdf8;
        --buurt-color-surface-soft: #f6ecd9;
        --buurt-color-text: #33261d;
        --buurt-font-family: Georgia, 'Times New Roman', serif;
        --buurt-radius: 1rem;
      }
      header {
        border-block-end: 1px solid #e2d3b8;
      }
      .name {
        color: #8a3417;
        font-style: italic;
      }
      .card {
        border: 1px solid #e2d3b8;
        border-radius: 1.5rem;
        padding: clamp(0.5rem, 2vw, 1.5rem);
        background: #fffdf8;
      }
      footer {
        border-block-start: 1px solid #e2d3b8;
      }
    `,
  ];
  protected readonly site: Site = {
    name: 'Tuindorp & Co',
    menu: ['Woningen', 'Onderhoud', 'Buren'],
    title: 'Wat groeit er bij jou in de straat?',
    words: 'Een moestuin, een lange tafel, een bankje. Kijk wat buren doen, en doe mee.',
  };
}

class HighRise extends MadeUpSite {
  static override readonly styles: CSSResult[] = [
    page,
    css`
      :host {
        --ink: #f4f1ff;
        --ground: #15111f;
        --letters: ui-rounded, system-ui, sans-serif;
        --display: ui-rounded, system-ui, sans-serif;
        color-scheme: dark;
        --buurt-brand: #ffd23f;
        --buurt-color-surface: #1e1930;
        --buurt-radius: 0;
        --buurt-heading-font-weight: 800;
      }
      .name,
      .hero h1 {
        color: #ffd23f;
      }
      .card {
        padding: clamp(0.5rem, 2vw, 1.5rem);
        background: #1e1930;
      }
      footer {
        background: #0e0b16;
      }
    `,
  ];
  protected readonly site: Site = {
    name: 'HOOG Wonen',
    menu: ['Zoek', 'Regel', 'Praat mee'],
    title: 'Jij woont hier. Jij beslist mee.',
    words: 'Negen flats, één buurt. Kies waar het geld heen gaat.',
  };
}

const sites = { 'water-city': WaterCity, 'garden-village': GardenVillage, 'high-rise': HighRise };
for (const [name, site] of Object.entries(sites))
  if (!customElements.get(`story-${name}`)) customElements.define(`story-${name}`, site);
