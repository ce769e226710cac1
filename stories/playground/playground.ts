import { html, type TemplateResult } from 'lit';
import { action } from 'storybook/actions';
import manifest from '../../dist/1/custom-elements.json';
import { storyBuurt } from '../../test/support/endpoint.js';
import { argTypesOf, chosenFrom, usualArgs, type Args } from './controls.js';
import { declarationOf, type Manifest } from './declaration.js';
import { exampleEndpoint, snippetOf } from './snippet.js';
import type { Played } from './story-playground.js';
import './story-playground.js';

/** A story whose controls are made from the manifest. */
export interface Playground {
  readonly args: Args;
  readonly argTypes: object;
  readonly parameters: object;
  readonly render: (args: Args) => TemplateResult;
}

/** Plays with one widget; each control changes it, and "Show code" gives the lines to paste. */
export function playground(
  tag: string,
  { serve, presets = {} }: { serve: Played['serve']; presets?: Readonly<Record<string, string>> },
): Playground {
  const declaration = declarationOf(manifest as Manifest, tag);
  const events = (declaration.events ?? []).map(({ name }) => name);
  const tell = (name: string, detail: unknown) => action(name)(detail);
  const usual = Object.entries(usualArgs(declaration)).filter(([name]) => !(name in presets));
  return {
    args: { ...Object.fromEntries(usual), endpoint: exampleEndpoint, buurt: storyBuurt },
    argTypes: argTypesOf(declaration),
    parameters: {
      controls: { disable: false, expanded: true, sort: 'none' },
      docs: {
        codePanel: true,
        source: {
          language: 'html',
          transform: (_: string, { args }: { args: Args }) => snippetOf(tag, chosenFrom(declaration, args)),
        },
      },
    },
    render: (args) => {
      const chosen = chosenFrom(declaration, args);
      const unchosen = Object.entries(presets).filter(([name]) => (args[name] ?? '') === '');
      return html`<story-playground
        .played=${{ tag, chosen, events, presets: Object.fromEntries(unchosen), serve, tell } satisfies Played}
      ></story-playground>`;
    },
  };
}
