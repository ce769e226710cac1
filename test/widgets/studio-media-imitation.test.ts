import { expect, fixture, html } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { problemWith } from '../../stories/studio/choice.js';
import { forcedColours, imitate, imitatedCondition } from '../../stories/studio/media-imitation.js';
import { tokenNamed } from './studio-tokens.js';

class PrintedNote extends LitElement {
  static override readonly styles = css`
    p {
      color: rgb(1, 1, 1);
    }
    @media print {
      p {
        color: rgb(2, 2, 2);
      }
    }
    @supports (color: red) {
      @media (forced-colors: active) {
        p {
          color: rgb(3, 3, 3);
        }
      }
    }
    @media screen {
      p {
        inline-size: 10px;
      }
    }
  `;
  protected override render() {
    return html`<p>Note</p>`;
  }
}
customElements.define('printed-note', PrintedNote);

describe('An imitated medium', () => {
  it('has the rules of the widgets for it, and gives them back', async () => {
    const root = await fixture<HTMLElement>(html`<div><printed-note></printed-note></div>`);
    const note = root.querySelector('printed-note')!.shadowRoot!.querySelector('p')!;
    const { color, width } = getComputedStyle(note);
    expect([color, width]).to.deep.equal(['rgb(1, 1, 1)', '10px']);
    const stopPrint = imitate(root, 'print');
    expect(getComputedStyle(note).color).to.equal('rgb(2, 2, 2)');
    expect(getComputedStyle(note).width).not.to.equal('10px');
    stopPrint();
    const stopForced = imitate(root, 'forced-colors');
    expect(getComputedStyle(note).color).to.equal('rgb(3, 3, 3)');
    stopForced();
    expect([getComputedStyle(note).color, getComputedStyle(note).width]).to.deep.equal([
      'rgb(1, 1, 1)',
      '10px',
    ]);
  });

  it('leaves what is said of other media', () => {
    expect(imitatedCondition('(width < 40rem)', 'print')).to.equal(undefined);
    expect(imitatedCondition('print', 'forced-colors')).to.equal(undefined);
    expect(imitatedCondition('screen and (width < 40rem)', 'print')).to.equal('not all and (width < 40rem)');
  });

  it('of forced colours sets tokens to values that they can have', () => {
    const problems = Object.entries(forcedColours).map(([name, value]) =>
      problemWith(tokenNamed(name), value),
    );
    expect(problems.filter(Boolean)).to.deep.equal([]);
  });
});
