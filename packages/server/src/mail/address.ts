import addressparser from 'nodemailer/lib/addressparser';

/** Whether the program that sends mails reads this text as one address and nothing else: no name, no list, no group. */
export function isSingleAddress(text: string): boolean {
  const [first, ...more] = addressparser(text);
  return (
    more.length === 0 && first !== undefined && 'address' in first && first.address === text && !first.name
  );
}

/** The name and the address of a sender as `De Wetering <buurt@wetering.nl>`. */
export function namedAddress(text: string): { readonly name: string; readonly email: string } | undefined {
  const [sender] = addressparser(text, { flatten: true });
  return sender?.name && sender.address ? { name: sender.name, email: sender.address } : undefined;
}

const withoutDots = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox in which mails to this address come: the same for capitals, for what follows a `+`, and for dots where
 * Google does not look at them.
 */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const [name = ''] = local.split('+', 1);
  return withoutDots.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}
