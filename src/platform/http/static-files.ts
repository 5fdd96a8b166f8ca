import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { HttpOptions } from './http-options.ts'

/** The built files, and none beside them, at `/assets/`: their names change with their content, so they never expire. */
export async function addStaticFiles(app: FastifyInstance, { assets }: HttpOptions) {
  if (assets === undefined) return
  await app.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, machine: true }
    })
    await files.register(fastifyStatic, {
      root: assets.dir,
      prefix: '/assets/',
      index: false,
      dotfiles: 'deny',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      allowedPath: (path) => !path.endsWith('.json') && !path.endsWith('.br'),
    })
  })
}
