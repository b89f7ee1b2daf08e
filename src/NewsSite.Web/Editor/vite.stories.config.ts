import { defineConfig } from 'vite';

// The list of stories says what is kept on this device, without the weight of the editor.
export default defineConfig({
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    modulePreload: false,
    rollupOptions: { input: 'src/saving/stories.ts', output: { entryFileNames: 'stories.js', codeSplitting: false } },
  },
});
