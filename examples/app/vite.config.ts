import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The page asks Vite, and Vite asks the service: so nothing needs CORS while developing.
const proxy = { '/graphql': process.env.SERVICE ?? 'http://localhost:4000' };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy, fs: { allow: ['../..'] } },
  preview: { proxy },
});
