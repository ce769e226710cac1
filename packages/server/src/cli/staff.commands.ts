import process from 'node:process';
import { mostCharacters } from '@buurt/domain/ideas/settings.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import { locales, type Locale } from '@buurt/domain/wire/locale.js';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { operator } from '../acts/acts.queries.js';
import { findBuurtByName } from '../buurten/find-buurt.queries.js';
import { parseConfig, type Config } from '../config.js';
import type { Database, Store } from '../db/open.js';
import { isSingleAddress } from '../mail/address.js';
import { staffRoles, type StaffRole } from '@buurt/domain/desk/colleague.js';
import type { AssignedRole } from '../staff/roles.js';
import { findMailSettings, saveMailSettings, staffMailSettings } from '../staff/staff-mails.queries.js';
import { findStaff, listStaff, type StaffMember } from '../staff/staff.queries.js';
import { changeRole, createLinkFor, inviteStaff, loginPath, shutOut } from '../staff/staff.service.js';
import type { CommandRegistrar } from './command-action.js';
import { CommandError } from './command-error.js';
import type { OperatorIo } from './operator-socket.js';
import { residentTextUpTo } from './parsers.js';
import { counted, onOneLine, table } from './table.js';

function address(typed: string): string {
  const email = typed.trim().toLowerCase();
  if (email.length > mostCharacters.email || !isSingleAddress(email) || !/^[^@\s]+@[^@\s]+$/.test(email))
    throw new InvalidArgumentError('Give an e-mail address, as noor@corporatie.nl.');
  return email;
}

async function roleFrom(db: Database, role: StaffRole, buurt: string | undefined): Promise<AssignedRole> {
  if (role === 'residents' && buurt === undefined)
    throw new CommandError('Residents have a role in their own buurt only: give it with --buurt.');
  return { role, buurtCode: buurt === undefined ? null : (await findBuurtByName(db, buurt)).code };
}

async function staffCalled(db: Database, email: string): Promise<StaffMember> {
  const staff = await findStaff(db, email);
  if (!staff)
    throw new CommandError(
      `Nobody here has the address ${onOneLine(email)}. "buurt staff list" shows who do.`,
    );
  return staff;
}

const inWords = ({ role, buurtCode }: AssignedRole, buurtName: string | null = null) =>
  buurtCode === null ? role : `${role} (${buurtName ?? buurtCode})`;

async function list({ db }: Store, io: OperatorIo): Promise<number> {
  const rows = await listStaff(db);
  if (rows.length === 0) io.out('Nobody can log in yet. "buurt staff invite" lets somebody in.\n');
  else
    io.out(
      table(
        ['e-mail', 'name', 'invited', 'last login', 'roles'],
        rows.map(({ email, name, invitedAt, lastLoginAt, roles }) => [
          email,
          name,
          dutchDay(invitedAt),
          lastLoginAt ? dutchDay(lastLoginAt) : '',
          roles.map((each) => inWords(each, each.buurtName)).join(', '),
        ]),
      ),
    );
  return 0;
}

interface Invitation {
  readonly name: string;
  readonly role: StaffRole;
  readonly buurt?: string;
  readonly locale: Locale;
  readonly printLink?: boolean;
}

/** @throws {CommandError} where links let nobody in */
function configWithLinks(): Config {
  const config = parseConfig(process.env);
  if (config.hasLoginLinks) return config;
  throw new CommandError(
    'Links let nobody in here: staff log in with their account. LOGIN_LINKS=yes turns links on.',
  );
}

/** Makes a link with which somebody logs in once; resolves to its address. */
async function linkFor(store: Store, email: string, at: Date): Promise<string> {
  const { publicUrl, port } = configWithLinks();
  const token = await store.transaction(async (db) =>
    createLinkFor(db, await staffCalled(db, email), { by: operator, at }),
  );
  if (token === undefined) throw new CommandError(`${email} was removed just now.`);
  return `${publicUrl ?? `http://localhost:${String(port)}`}${loginPath(token)}`;
}

async function invite(
  store: Store,
  io: OperatorIo,
  at: Date,
  [email, { name, role, buurt, locale, printLink = false }]: readonly [string, Invitation],
): Promise<number> {
  const { hasLoginLinks } = printLink ? configWithLinks() : parseConfig(process.env);
  const mailsLink = hasLoginLinks && !printLink;
  await store.transaction(async (db) => {
    const given = { email, name, locale, role: await roleFrom(db, role, buurt), mailsLink };
    if (!(await inviteStaff(db, given, { by: operator, at })))
      throw new CommandError(`${email} can log in already. "buurt staff roles" changes what they may.`);
  });
  if (printLink) io.out(`${email} can log in, as ${role}:\n${await linkFor(store, email, at)}\n`);
  else
    io.out(
      mailsLink
        ? `${email} can log in, as ${role}. If this server sends mails, a link is on its way; otherwise ` +
            `"buurt staff link ${email}" prints one.\n`
        : `${email} can log in with their account of the organisation, which gives the roles. No link goes out.\n`,
    );
  return 0;
}

interface RoleChange {
  readonly give?: StaffRole;
  readonly take?: StaffRole;
  readonly buurt?: string;
}

async function changeRoles(
  store: Store,
  io: OperatorIo,
  at: Date,
  [email, { give, take, buurt }]: readonly [string, RoleChange],
): Promise<number> {
  const role = give ?? take;
  if (role !== undefined)
    await store.transaction(async (db) => {
      const staff = await staffCalled(db, email);
      const assigned = await roleFrom(db, role, buurt);
      const change = give === undefined ? 'taken' : 'given';
      if (!(await changeRole(db, staff, change, assigned, { by: operator, at })))
        throw new CommandError(
          `${email} ${give === undefined ? 'has no such role' : 'has that role already'}: ${inWords(assigned)}. Nothing was changed.`,
        );
    });
  const { roles } = await staffCalled(store.db, email);
  io.out(`${email}: ${roles.map((each) => inWords(each, each.buurtName)).join(', ') || 'no role'}.\n`);
  return 0;
}

interface MailChoices {
  readonly digest?: 'on' | 'off';
  readonly reports?: 'on' | 'off';
}

async function chooseMails(
  store: Store,
  io: OperatorIo,
  [email, chosen]: readonly [string, MailChoices],
): Promise<number> {
  const { id } = await staffCalled(store.db, email);
  const wanted = staffMailSettings.flatMap((setting) =>
    chosen[setting] === undefined ? [] : [[setting, chosen[setting] === 'on'] as const],
  );
  await store.transaction((db) => saveMailSettings(db, id, Object.fromEntries(wanted)));
  const settings = await findMailSettings(store.db, id);
  const shown = staffMailSettings.map((setting) => `${setting} ${settings?.[setting] ? 'on' : 'off'}`);
  io.out(`${email}: ${shown.join(', ')}.\n`);
  return 0;
}

const onOrOff = (flags: string, what: string) => new Option(flags, what).choices(['on', 'off']);

const roleOption = (flags: string, what: string) => new Option(flags, what).choices(staffRoles);

function addInvite(parent: Command, run: CommandRegistrar): void {
  parent
    .command('invite')
    .description('Let somebody log in at the desk, and mail them a link where links let people in')
    .argument('<email>', 'their e-mail address', address)
    .requiredOption('--name <name>', 'as colleagues know them', residentTextUpTo(mostCharacters.name))
    .addOption(roleOption('--role <role>', 'what they may').makeOptionMandatory())
    .option('--buurt <buurt>', 'only in this buurt (code or name); without it, in all')
    .addOption(new Option('--locale <locale>', 'of their mails').choices(locales).default('nl'))
    .option('--print-link', 'print their first link here, and mail none')
    .addHelpText(
      'after',
      `
reader      reads what comes in, without how to reach anybody
moderator   also decides on ideas and remarks, and answers
rounds      prepares and runs votes
residents   residents: publishes and answers in its own buurt, without how to reach anybody
admin       everything, also settings and who can log in

Example:
  buurt staff invite noor@corporatie.nl --name "Noor Bakker" --role moderator --buurt Molenbuurt`,
    )
    .action((email: string, options: Invitation) =>
      run((store, io, _, clock) => invite(store, io, clock(), [email, options])),
    );
}

/** Who can log in at the desk, and what they may. */
export function addStaffCommands(program: Command, run: CommandRegistrar): void {
  const parent = program.command('staff').description('Say who can log in at the desk, and what they may');
  parent
    .command('list')
    .description('List who can log in, with their roles')
    .addHelpText('after', '\nExample:\n  buurt staff list')
    .action(() => run((store, io) => list(store, io)));
  addInvite(parent, run);
  parent
    .command('roles')
    .description('Show the roles of somebody, give one or take one')
    .argument('<email>', 'as `buurt staff list` shows it', address)
    .addOption(roleOption('--give <role>', 'a role that they get').conflicts('take'))
    .addOption(roleOption('--take <role>', 'a role that they lose, from their next request on'))
    .option('--buurt <buurt>', 'the role in this buurt (code or name); without it, in all')
    .addHelpText('after', '\nExample:\n  buurt staff roles noor@corporatie.nl --give rounds')
    .action((email: string, options: RoleChange) =>
      run((store, io, _, clock) => changeRoles(store, io, clock(), [email, options])),
    );
  parent
    .command('mails')
    .description('Show which mails somebody gets about what waits, or turn them on or off')
    .argument('<email>', 'as `buurt staff list` shows it', address)
    .addOption(onOrOff('--digest <on|off>', 'what waits, each weekday, and which answers were promised'))
    .addOption(onOrOff('--reports <on|off>', 'reports of remarks, at once'))
    .addHelpText(
      'after',
      '\nMails to log in always go.\n\nExample:\n  buurt staff mails noor@corporatie.nl --digest off',
    )
    .action((email: string, options: MailChoices) =>
      run((store, io) => chooseMails(store, io, [email, options])),
    );
  parent
    .command('remove')
    .description('Shut somebody out at once, also where they are logged in')
    .argument('<email>', 'as `buurt staff list` shows it', address)
    .addHelpText(
      'after',
      '\nTheir name stays 30 days; "buurt forget" erases it sooner.\n\nExample:\n  buurt staff remove noor@corporatie.nl',
    )
    .action((email: string) =>
      run(async (store, io, _, clock) => {
        const sessions = await store.transaction(async (db) =>
          shutOut(db, await staffCalled(db, email), { by: operator, at: clock() }),
        );
        io.out(`${email} was removed. ${counted(sessions, 'session')} ended.\n`);
        return 0;
      }),
    );
  parent
    .command('link')
    .description('Print a link with which somebody logs in once, where no mail goes out')
    .argument('<email>', 'as `buurt staff list` shows it', address)
    .addHelpText(
      'after',
      '\nWhoever has the link can log in as this person, for 15 minutes.\n\nExample:\n  buurt staff link noor@corporatie.nl',
    )
    .action((email: string) =>
      run(async (store, io, _, clock) => {
        io.out(`${await linkFor(store, email, clock())}\n`);
        return 0;
      }),
    );
}
