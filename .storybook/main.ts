import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal(vite) {
    vite.resolve ??= {};
    vite.resolve.conditions = ['buurt-source', 'module', 'browser', 'development|production'];
    // A picture has an address of its own, as on a site; the readers refuse one inside the text.
    vite.build = { ...vite.build, assetsInlineLimit: 0 };
    return vite;
  },
};
export default config;
