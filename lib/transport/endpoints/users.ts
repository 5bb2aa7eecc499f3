import { getGear, saveGear } from '@/lib/use-cases/profile/gear'
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
  'GET /api/users/gear': endpoint(getGear, {
    summary: 'Your bars and plates in kilograms and pounds, and your usual rest.',
  }),
  'PUT /api/users/gear': endpoint(saveGear, {
    summary: 'Replaces your bars, plates and usual rest.',
    answer: showing(getGear, () => ({})),
  }),
  'GET /api/users/role': endpoint(getRole, {
    summary: 'Whether you train only or coach others too.',
  }),
}
