import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, chromiumPath, firefoxPath } from '../../.ci/browsers.mjs';
import { claimRoleFrom } from '../../packages/server/src/staff/oidc-roles.js';
import { clientId, clientSecret, IdentityProvider } from '../server/identity-provider.js';
import { Stage } from '../server/stage.js';

const engines = {
  chromium: { executablePath: chromiumPath() ?? '', args: chromiumArgs },
  firefox: { browser: 'firefox', executablePath: firefoxPath() ?? '' },
} as const;

/** What no test without a browser can say: that the cookie, which is Strict, survives the way back from another site. */
describe('a browser that comes back from the identity provider', () => {
  let stage: Stage;
  let server: ServerType;
  let provider: IdentityProvider;
  let address: string;
  before(async () => {
    stage = await Stage.open();
    await stage.clear();
    let app = new Hono();
    server = serve({ fetch: (request) => app.fetch(request), port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    address = `http://localhost:${String((server.address() as AddressInfo).port)}`;
    provider = await IdentityProvider.start(address);
    provider.people.set('noor', {
      ...{ name: 'Noor Bakker', email: 'noor@corporatie.example', groups: ['beheer'] },
    });
    const site = new Hono();
    site.get('/desk', (c) => c.html('<!doctype html><title>Desk</title><a href="v1/desk/oidc">Log in</a>'));
    app = stage.appWith({
      ...{ publicUrl: address, site },
      oidc: {
        ...{ issuer: provider.issuer, clientId, clientSecret, scope: 'openid profile email' },
        roles: [claimRoleFrom('groups=beheer:admin')!],
      },
    });
  });
  after(async () => {
    server.close();
    await provider.stop();
    await stage.close();
  });

  for (const [engine, options] of Object.entries(engines))
    it(`is logged in at the desk: ${engine}`, async () => {
      const browser = await puppeteer.launch(options);
      try {
        const page = await browser.newPage();
        await page.goto(`${address}/desk`);
        await Promise.all([page.waitForNavigation(), page.click('a')]);
        assert.equal(new URL(page.url()).origin, provider.issuer);
        await Promise.all([page.waitForNavigation(), page.click('button')]);
        assert.equal(page.url(), `${address}/desk`);
        const name = await page.evaluate(async () => {
          const answer = await fetch('v1/desk/session');
          return ((await answer.json()) as { name?: string }).name;
        });
        assert.equal(name, 'Noor Bakker');
        assert.equal(await page.evaluate(() => document.referrer.includes('code=')), false);
      } finally {
        await browser.close();
      }
    });
});
