import { silence } from '../../test/support/endpoint.js';
import { manyInitiatives } from '../../test/support/initiatives.js';
import type { Story } from '../../test/support/stage.js';
import { list, after, reading } from './list.js';

export default { title: 'Initiative list/Finding' };

export const Cards: Story = { render: () => list(), play: reading('8 initiatieven') };

export const Rows: Story = { render: () => list({}, { layout: 'rows' }), play: reading('8 initiatieven') };

export const TwoColumnsWithoutFilters: Story = {
  render: () => list({}, { columns: 2, filters: '' }),
  play: reading('8 initiatieven'),
};

export const StartsWithWhatIsUnderWay: Story = {
  render: () => list({}, { status: 'granted underway' }),
  play: reading('2 initiatieven gevonden'),
};

export const Searching: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.read('8 initiatieven');
    await neighbour.search('kerkpad');
    await neighbour.read('1 initiatief gevonden');
  }),
};

/** In a narrow container the filters are behind a button; here somebody pressed it. */
export const FiltersOnAPhone: Story = {
  render: () => list({}, { status: 'done' }),
  play: after(async (neighbour) => {
    await neighbour.press('Filters: 1 in gebruik');
    await neighbour.read('1 initiatief gevonden');
  }),
};

export const NothingFound: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.read('8 initiatieven');
    await neighbour.search('vliegveld');
    await neighbour.read('We vonden niets');
  }),
};

export const ShowingMore: Story = {
  render: () => list({ initiatives: manyInitiatives(40) }),
  play: after(async (neighbour) => {
    await neighbour.press('Laat nog 12 zien');
    await neighbour.read('van de 16');
  }),
};

export const Loading: Story = {
  render: () => list({ list: silence }),
  play: reading('De initiatieven komen eraan'),
};

export const NoInitiativesYet: Story = {
  render: () => list({ initiatives: [] }),
  play: reading('Er zijn nog geen initiatieven'),
};
