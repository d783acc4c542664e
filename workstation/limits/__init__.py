"""Every size, time and depth limit, with its reason."""

from workstation.limits.articles import *
from workstation.limits.curating import *
from workstation.limits.fetching import *
from workstation.limits.network import *
from workstation.limits.noting import *
from workstation.limits.processes import *
from workstation.limits.reading import *
from workstation.limits.reporting import *
from workstation.limits.searching import *
from workstation.limits.tagging import *
from workstation.limits.windows import *
