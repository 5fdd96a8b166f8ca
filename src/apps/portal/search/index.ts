export { highlight } from './highlight.ts'
export { createServiceSearch, type SearchResult, type ServiceSearch } from './search-services.ts'
export type { Searched } from './word-index.ts'
