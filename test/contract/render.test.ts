import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Linter } from 'eslint';
import { renderRule } from '../../.ci/render-rule.mjs';

const problemsIn = (body: string): string[] =>
  new Linter()
    .verify(`class Widget { #code; #round; #texts; ${body} }`, [
      { plugins: { render: { rules: { pure: renderRule } } }, rules: { 'render/pure': 'error' } },
    ])
    .map(({ message }) => message);

describe('a getter or render', () => {
  for (const body of [
    'get phase() { void this.#code.need(); return 1; }',
    'render() { this.#round.reload(); return 1; }',
    'render() { setTimeout(() => {}, 1); return 1; }',
    'get code() { return import("./code.js"); }',
    '#renderList() { if (this.open) this.requestUpdate(); return 1; }',
  ])
    it(`starts nothing: ${body}`, () => {
      assert.match(problemsIn(body).join(), /starts nothing/);
    });

  for (const body of [
    'get t() { this.#texts ??= 1; return this.#texts; }',
    'render() { this.turn++; return 1; }',
    '#renderList() { this.state.open = true; return 1; }',
  ])
    it(`sets nothing: ${body}`, () => {
      assert.match(problemsIn(body).join(), /sets nothing/);
    });

  for (const body of [
    'render() { return () => this.#code.need(); }',
    'render() { return html`<button @click=${() => (this.open = true)}></button>`; }',
    'willUpdate() { this.#code.need(); this.turn++; }',
    'get sum() { let sum = 0; for (const each of this.all) sum += each; return sum; }',
  ])
    it(`may do: ${body}`, () => {
      assert.deepEqual(problemsIn(body), []);
    });
});
