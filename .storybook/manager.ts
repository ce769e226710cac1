import { createElement, type ChangeEvent } from 'react';
import { addons, types, useGlobals } from 'storybook/manager-api';

/** Any colour for the brand: the list in the bar has only a few. */
function BrandColour() {
  const [{ brand }, updateGlobals] = useGlobals();
  return createElement('input', {
    type: 'color',
    title: 'Any brand colour',
    'aria-label': 'Any brand colour',
    value: String(brand || '#0b5d51'),
    style: { alignSelf: 'center', inlineSize: 32, blockSize: 28, padding: 0, border: 0, background: 'none' },
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => updateGlobals({ brand: target.value }),
  });
}

addons.register('buurt/brand', () =>
  addons.add('buurt/brand/colour', { type: types.TOOL, title: 'Any brand colour', render: BrandColour }),
);
