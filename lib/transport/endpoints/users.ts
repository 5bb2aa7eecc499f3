import { getProfile, getRole, updateProfile } from '@/lib/use-cases/profile/profile'
import { endpoint, showing } from '../endpoint'

export const userEndpoints = {
  'GET /api/users/profile': endpoint(getProfile, {
    summary: 'Your name and settings.',
  }),
  'PUT /api/users/profile': endpoint(updateProfile, {
    summary: 'Replaces your name and settings.',
    answer: showing(getProfile, () => ({})),
  }),
  'GET /api/users/role': endpoint(getRole, {
    summary: 'Whether you train only or coach others too.',
  }),
}
