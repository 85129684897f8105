import '../../backend-cpu.ts';
import { vitParity } from '../../parity/vit.suite.ts';

vitParity();
