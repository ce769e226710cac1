import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { json, storyBuurt, storyConnection } from '../support/endpoint.js';
import { mapConnection } from '../support/map-endpoint.js';
import { MapVisitor } from '../support/map-visitor.js';
import { Neighbour } from '../support/neighbour.js';
import { Resident, until } from '../support/resident.js';
import { voteConnection } from '../support/vote-endpoint.js';
import { Voter } from '../support/voter.js';
import { freshConnection, onThePage, tag } from './initiative-list-stage.js';

interface Connection {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
}

/** A request as the contract writes it: `GET /buurten/{code}/places`. */
const routeOf = (method: string, url: string, endpoint: string): string =>
  `${method} ${new URL(url).pathname
    .slice(new URL(endpoint).pathname.length)
    .replace(/^\/buurten\/[^/]+/, '/buurten/{code}')
    .replace(/^\/(initiatives|rounds)\/[^/]+/, '/$1/{id}')}`;

/** An endpoint that has these routes and no others, and a note of what was asked. */
function having<C extends Connection>(connection: C, ...routes: readonly string[]) {
  const asked = new Set<string>();
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { method, url } = new Request(input, init);
    const route = routeOf(method, url, connection.endpoint);
    asked.add(route);
    return routes.includes(route)
      ? connection.fetch(input, init)
      : Promise.resolve(json({ type: 'about:blank', title: 'Not Found', status: 404 }, 404));
  };
  return { connection: { ...connection, fetch }, asked };
}

const ownConnection = <C extends Connection>(connection: C): C => ({
  ...connection,
  endpoint: `https://${crypto.randomUUID()}.example/v1`,
});

const form = (connection: Connection): TemplateResult =>
  html`<buurt-idea-form draft="off" buurt=${storyBuurt} .connection=${connection}></buurt-idea-form>`;
const map = (connection: Connection): TemplateResult =>
  html`<buurt-map-card buurt=${storyBuurt} .connection=${connection}></buurt-map-card>`;
const vote = (connection: Connection): TemplateResult =>
  html`<buurt-budget-vote round="ronde-1" buurt=${storyBuurt} .connection=${connection}></buurt-budget-vote>`;

const gone = 'Dit is er niet meer';

// docs/endpoint.md shows these as a table.
describe('the smallest endpoint', () => {
  it('of the idea form has the settings, and takes ideas', async () => {
    const routes = ['GET /buurten/{code}/settings', 'POST /buurten/{code}/ideas'];
    const { connection, asked } = having(ownConnection(storyConnection()), ...routes);
    const resident = new Resident(onThePage(form(connection)));
    await resident.read('Wat is je idee?');
    await resident.fillIn();
    await resident.press('Verstuur je idee');
    await resident.read('Dank je wel! Je idee is binnen.');
    expect([...asked]).to.include.members(routes);
  });

  it('of the list has the list, and each initiative', async () => {
    const routes = ['GET /buurten/{code}/initiatives', 'GET /initiatives/{id}'];
    const { connection, asked } = having(freshConnection(), ...routes);
    const neighbour = new Neighbour(onThePage(tag(connection)));
    await until('a list', () => neighbour.titles.length > 0);
    const [title = ''] = neighbour.titles;
    await neighbour.press(title);
    await neighbour.read('Het verhaal');
    expect(neighbour.words).not.to.contain(gone);
    // It asks for these as well, and does without: the names of themes, and where a place lies in the buurt.
    expect([...routes, 'GET /buurten/{code}/settings', 'GET /buurten/{code}/boundary']).to.include.members([
      ...asked,
    ]);
  });

  const routesOfMap = ['GET /boundaries', 'GET /buurten/{code}/places', 'GET /buurten/{code}'];

  it('of the map has the border, the places and the figures', async () => {
    const { connection, asked } = having(mapConnection(), ...routesOfMap);
    const visitor = new MapVisitor(onThePage(map(connection)));
    await visitor.read('6 initiatieven op de kaart');
    await until('all', () => asked.size === routesOfMap.length + 1);
    expect(visitor.words).not.to.contain(gone);
    expect([...asked].filter((each) => !routesOfMap.includes(each))).to.have.members([
      'GET /buurten/{code}/surroundings',
    ]);
  });

  it('of the map shows that something is gone when it has no figures', async () => {
    const { connection } = having(mapConnection(), ...routesOfMap.slice(0, -1));
    const visitor = new MapVisitor(onThePage(map(connection)));
    await visitor.read('6 initiatieven op de kaart');
    await visitor.read(gone);
  });

  it('of the vote has the round, says what a code voted before, and takes ballots', async () => {
    const routes = ['GET /rounds/{id}', 'POST /rounds/{id}/ballots/mine', 'POST /rounds/{id}/ballots'];
    const { connection, asked } = having(ownConnection(voteConnection()), ...routes);
    const voter = new Voter(onThePage(vote(connection)));
    await voter.castVote('Bankje op het plein');
    await voter.read('Dank je wel! Je stem telt mee.');
    expect([...asked]).to.have.members(routes);
  });
});
