import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { opened as openedForm } from './idea-form-stage.js';
import { opened as openedList } from './initiative-list-stage.js';
import { opened as openedMap } from './map-card-stage.js';
import { opened as openedVote } from './budget-vote-stage.js';
import { opened as openedCashbook } from './cashbook-stage.js';
import { opened as openedMine } from './my-initiative-stage.js';
import { everywhere, until } from '../support/waiting.js';

const widgets = {
  'buurt-initiative-list': openedList,
  'buurt-budget-vote': openedVote,
  'buurt-idea-form': openedForm,
  'buurt-map-card': openedMap,
  'buurt-cashbook': openedCashbook,
  'buurt-my-initiative': openedMine,
};

describe('the room inside the edge of a widget', () => {
  for (const [tag, opened] of Object.entries(widgets))
    it(`is that of ${tag} itself, or what the page says, down to the grid of the page`, async () => {
      await setViewport({ width: 1000, height: 800 });
      await opened();
      const widget = await until(tag, () => document.querySelector<HTMLElement>(tag) ?? undefined);
      const heading = await until('heading', () =>
        everywhere(widget.shadowRoot ?? widget, 'h1, h2, h3').find((each) => each.offsetWidth > 0),
      );
      const indent = () => heading.getBoundingClientRect().left - widget.getBoundingClientRect().left;
      expect(indent(), 'of its own').to.be.within(24, 34);
      widget.style.setProperty('--buurt-padding-inline', '0');
      expect(indent(), 'none').to.equal(0);
      widget.style.setProperty('--buurt-padding-inline', '10px');
      expect(indent(), 'asked').to.equal(10);
      await setViewport({ width: 800, height: 600 });
    });
});
