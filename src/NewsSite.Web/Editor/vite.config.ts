import { defineConfig } from 'vitest/config';

// One script and one style sheet with plain names: the program gives them addresses that change with their content.
export default defineConfig({
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: {
      input: 'src/editor.ts',
      output: { entryFileNames: 'editor.js', assetFileNames: 'editor[extname]', codeSplitting: false },
    },
  },
  server: { fs: { allow: ['../../..'] } }, // tests read the fixtures at the repository's root
  test: { environment: 'jsdom', testTimeout: 120_000, include: ['src/**/*.test.ts', '../Blocks/*/*.test.ts'] },
});
