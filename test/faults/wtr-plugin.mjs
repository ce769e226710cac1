import { tsImport } from 'tsx/esm/api';

/** Runs the misbehaving server beside the browser tests; `executeServerCommand('misbehaving-server')` tells where. */
export const misbehavingServer = () => {
  let running;
  return {
    name: 'misbehaving-server',
    async serverStart() {
      const { startMisbehavingServer } = await tsImport('./misbehaving-server.ts', import.meta.url);
      running = await startMisbehavingServer();
    },
    serverStop: () => running?.stop(),
    executeCommand: ({ command }) => (command === 'misbehaving-server' ? running.origin : undefined),
  };
};
