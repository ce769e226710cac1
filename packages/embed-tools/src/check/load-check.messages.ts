/** What keeps the loader from starting, and what to change. Short: the script that says it is on pages of others. */
const nl = {
  absent: 'buurt.js staat niet op deze pagina.',
  noModule: 'Zet type="module" bij buurt.js.',
  insecure: (url: string) => `Laat ${url} met https beginnen.`,
  policy: (url: string, what: string, where: string) =>
    `De Content-Security-Policy houdt ${url} tegen. Zet ${what} in ${where}.`,
  noScript: (url: string, instead: string) => `${url} geeft ${instead}. Verbeter het adres.`,
  integrity: (url: string) => `De integrity bij ${url} is oud. Plak de nieuwe regels.`,
  unreadable: (url: string) => `${url} is er niet, of zonder Access-Control-Allow-Origin.`,
  unknown: (url: string) => `${url} start niet. Kijk in de console.`,
  noChunks: (folder: string) => `Zet ook ${folder} op de server.`,
};

const en: typeof nl = {
  absent: 'buurt.js is not on this page.',
  noModule: 'Put type="module" with buurt.js.',
  insecure: (url) => `Let ${url} start with https.`,
  policy: (url, what, where) => `The Content-Security-Policy stops ${url}. Put ${what} in ${where}.`,
  noScript: (url, instead) => `${url} gives ${instead}. Mend the address.`,
  integrity: (url) => `The integrity for ${url} is old. Paste the new lines.`,
  unreadable: (url) => `${url} is not there, or without Access-Control-Allow-Origin.`,
  unknown: (url) => `${url} does not start. Look in the console.`,
  noChunks: (folder) => `Put ${folder} on the server too.`,
};

export const messages = /^en/i.test(document.documentElement.lang) ? en : nl;
